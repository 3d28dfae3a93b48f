/** A style as a font: another library opens what is written, and finds the model's letters in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, type Font } from 'fontkit';
import { CAP, codeName, drawAll, licenceNote, makeFont, UNITS_PER_EM } from '../../../../../src/demos/base/exports/font.ts';
import type { Point } from '../../../../../src/drawing/bezier-fit.ts';
import { outline, type Contour } from '../../../../../src/drawing/outline.ts';
import { crossOver } from '../../../../../src/inference/places.ts';
import { openModel } from '../../../../../src/models/open.ts';

const { decoder, styles, manifest } = await openModel();
const facts = { how: 'at column 1.0, row 1.0 of its map', page: 'https://example.org/demos/letterform-map/#at=1', card: 'https://example.org/model/', made: 1_764_000_000 };
const go = async (): Promise<boolean> => true;

/** Points along a contour, sixteen to each curve. */
function along({ start, segments }: Contour): Point[] {
  let pen = start;
  return segments.flatMap((segment) => {
    const from = pen;
    const to = (pen = segment.at(-1) ?? pen);
    const [b, c] = segment;
    if (segment.length !== 3 || !b || !c) return [to];
    return Array.from({ length: 17 }, (_, i): Point => {
      const t = i / 16;
      return [0, 1].map((k) => (1 - t) ** 3 * from[k]! + 3 * (1 - t) ** 2 * t * b[k]! + 3 * (1 - t) * t * t * c[k]! + t ** 3 * to[k]!) as unknown as Point;
    });
  });
}

async function made(z: Float32Array): Promise<{ font: Font; family: string; file: string }> {
  const drawings = await drawAll(decoder, z, go);
  assert.ok(drawings);
  const { bytes, family, file } = makeFont(drawings, manifest, z, facts);
  const font = create(Buffer.from(bytes));
  assert.ok('glyphForCodePoint' in font, 'one font, not a collection');
  return { font, family, file };
}

const size = manifest.latent.bones + manifest.latent.finish;
const styleAt = (index: number): Float32Array => styles.codes.slice(index * size, (index + 1) * size);
const kinds: [says: string, z: Float32Array][] = [
  ['of the mean', Float32Array.from(styles.gaussian.mean)],
  ['of a style of the collection', styleAt(100)],
  ['of two styles crossed over', crossOver(styleAt(3), styleAt(200), 2)],
];

for (const [says, z] of kinds) {
  describe(`the font ${says}`, async () => {
    const { font, family, file } = await made(z);

    test('is named after its code, and says how it came about', () => {
      assert.equal(family, `Latent Commons ${codeName(z)}`);
      assert.equal(file, `latent-commons-${codeName(z)}.otf`);
      assert.equal(font.familyName, family);
      assert.equal(font.postscriptName, `LatentCommons-${codeName(z)}`);
      assert.equal(font.unitsPerEm, UNITS_PER_EM);
      const name = (key: string): string => String((font as unknown as { getName: (key: string) => string | null }).getName(key));
      assert.match(name('description'), /no kerning, no hinting/);
      assert.ok(name('description').includes(facts.page));
      assert.equal(name('license'), licenceNote(facts.card));
    });

    test('has every character of the model, as wide as the model says and outlined as it draws', () => {
      const field = new Float32Array(manifest.field.side ** 2);
      const advance = new Float32Array(1);
      for (const [index, char] of [...manifest.glyphs].entries()) {
        const glyph = font.glyphForCodePoint(char.codePointAt(0) ?? 0);
        decoder.decodeWord(z, [index], field, advance);
        assert.equal(glyph.advanceWidth, Math.round((advance[0] ?? 0) * CAP), char);
        const { bbox } = glyph;
        const points = outline(field, manifest.field).flatMap(along);
        const expected = [0, 1].flatMap((axis) => [Math.min, Math.max].map((end) => end(...points.map((point) => (point[axis] ?? 0) * CAP + (axis === 0 ? glyph.advanceWidth / 2 : 0)))));
        // Whole units, and the ends of curves between two of the points.
        for (const [i, value] of [bbox.minX, bbox.maxX, bbox.minY, bbox.maxY].entries()) assert.ok(Math.abs(value - (expected[i] ?? 0)) < 2, `${char}: ${value} for ${expected[i]}`);
      }
    });

    test('sets a line with spaces, and types what keyboards make of the model’s signs', () => {
      const run = font.layout('It’s “fine” – no?');
      assert.ok(run.advanceWidth > 0);
      assert.equal(font.glyphForCodePoint(0x2019).id, font.glyphForCodePoint(0x27).id);
      assert.equal(font.glyphForCodePoint(0x20).advanceWidth, Math.round(manifest.space * CAP));
      assert.equal(font.glyphForCodePoint(0x3b1).id, 0, 'a letter that is not there is the empty box');
    });
  });
}

test('the same style has the same name, and another has another', () => {
  assert.equal(codeName(styleAt(7)), codeName(styleAt(7)));
  const names = new Set(Array.from({ length: 60 }, (_, i) => codeName(styleAt(i))));
  assert.ok(names.size > 57, `${names.size} names for 60 styles`);
});

test('drawing ends when it is told to', async () => {
  let drawn = 0;
  assert.equal(await drawAll(decoder, styleAt(0), async (done) => (drawn = done) < 5), undefined);
  assert.equal(drawn, 5);
});
