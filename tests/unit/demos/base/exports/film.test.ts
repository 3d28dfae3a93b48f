/** A motion as pictures and as a GIF, which another library opens. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { DELAY, loop, PALETTE, printFilm, shareAt, SIZE } from '../../../../../src/demos/base/exports/film.ts';
import { writeGif } from '../../../../../src/demos/base/exports/gif.ts';
import { planOf } from '../../../../../src/demos/base/motion.ts';
import { lerp } from '../../../../../src/inference/latent.ts';
import { openModel } from '../../../../../src/models/open.ts';

const { decoder, styles, manifest } = await openModel();
const size = manifest.latent.bones + manifest.latent.finish;
const [a, b] = [styles.codes.slice(0, size), styles.codes.slice(size, 2 * size)] as const;
const film = { at: (share: number) => [lerp(a, b, share), lerp(a, b, 1 - share)] as const, apart: (share: number) => 0.05 * (1 - 2 * share), says: 'the way from A to B' };
const go = async (): Promise<boolean> => true;

describe('the order of a film that begins again where it ends', () => {
  const cases: [stations: number, expected: number[]][] = [[1, [0]], [2, [0, 1]], [3, [0, 1, 2, 1]], [5, [0, 1, 2, 3, 4, 3, 2, 1]]];
  for (const [stations, expected] of cases) test(`of ${stations}`, () => assert.deepEqual(loop(stations), expected));
});

test('a way begins at its beginning, ends at its end and never turns back', () => {
  const shares = Array.from({ length: 9 }, (_, station) => shareAt(station, 9));
  assert.equal(shares[0], 0);
  assert.equal(shares[8], 1);
  shares.reduce((before, share) => {
    assert.ok(share > before);
    return share;
  });
});

test('the colours are paper, inks and what they print over each other: 256, no two alike', () => {
  assert.equal(new Set(PALETTE.map(String)).size, 256);
  assert.deepEqual(PALETTE[0], [0xf5, 0xf1, 0xe6]);
});

test('a plan carries both plates at every station, and the letters that are known', () => {
  const plan = planOf(film, 'a bß', manifest, 3);
  assert.equal(plan.text, 'a b');
  assert.equal(plan.glyphs.length, 2);
  assert.deepEqual(plan.codes.map(({ length }) => length), [3 * size, 3 * size]);
  assert.deepEqual(plan.codes[0].slice(0, size), lerp(a, b, 0));
  assert.deepEqual(plan.codes[1].slice(0, size), lerp(a, b, 1));
  assert.deepEqual(plan.apart.map((apart) => Math.round(apart * 1000)), [50, 0, -50]);
});

test('the GIF opens: as many pictures as the way there and back has, for ever, in the colours of the print', async () => {
  const frames = await printFilm(decoder, planOf(film, 'ax', manifest, 4), go);
  assert.ok(frames);
  const gif = await writeGif(frames, go);
  assert.ok(gif);
  const image = sharp(gif, { animated: true });
  const meta = await image.metadata();
  assert.equal(meta.format, 'gif');
  assert.equal(meta.pages, 6);
  assert.equal(meta.loop, 0);
  assert.deepEqual(meta.delay, Array(6).fill(DELAY));
  assert.equal(meta.width, SIZE.width);
  assert.equal(meta.pageHeight, SIZE.height);
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const order = loop(4);
  const area = SIZE.width * SIZE.height;
  let inked = 0;
  for (let i: number = 0; i < 6 * area; i += 97) {
    const index: number = frames[order[Math.floor(i / area)] ?? 0]?.[i % area] ?? 0;
    if (index > 0) inked++;
    assert.deepEqual([...data.subarray(i * info.channels, i * info.channels + 3)], [...(PALETTE[index] ?? [])], `pixel ${i}`);
  }
  assert.ok(inked > 1000, 'there is ink');
});

test('no letter leaves the picture, however far the plates stand apart', async () => {
  const frames = await printFilm(decoder, planOf(film, 'Wolfgang gq', manifest, 3), go);
  for (const frame of frames ?? []) {
    const { width, height } = SIZE;
    for (let x = 0; x < width; x++) assert.ok(!frame[x] && !frame[(height - 1) * width + x]);
    for (let y = 0; y < height; y++) assert.ok(!frame[y * width] && !frame[y * width + width - 1]);
  }
});

test('printing and writing end when they are told to', async () => {
  const plan = planOf(film, 'a', manifest, 5);
  assert.equal(await printFilm(decoder, plan, async (done) => done < 2), undefined);
  assert.equal(await writeGif(await printFilm(decoder, plan, go) ?? [], async (done) => done < 2), undefined);
});
