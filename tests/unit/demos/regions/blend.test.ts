/** Blending: fields, advances, and what is measured of them: pieces, strokes, the seam. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Geometry } from '../../../../src/drawing/field.ts';
import { setLine } from '../../../../src/drawing/place.ts';
import type { DrawnWord } from '../../../../src/demos/base/ink-canvas.ts';
import { readWord } from '../../../../src/demos/base/words.ts';
import { blend, lengthOf, roomFor, setMasked } from '../../../../src/demos/regions/plan/blend.ts';
import { atOnce, breaksOf, lookAt, seenOf } from '../../../../src/demos/regions/plan/look.ts';
import type { Mask } from '../../../../src/demos/regions/plan/mask.ts';
import { meanOf, putLetter, settle } from '../../../../src/demos/regions/plan/parts.ts';
import { isBroken, piecesOf } from '../../../../src/demos/regions/plan/pieces.ts';
import { seamOf, sharedInk } from '../../../../src/demos/regions/plan/seam.ts';
import { strokeMeter } from '../../../../src/demos/regions/plan/stroke.ts';
import { openModel } from '../../../../src/models/open.ts';

const { decoder, styles, manifest } = await openModel();
const { field: geometry, space } = manifest;
const area = geometry.side ** 2;
const size = styles.codes.length / styles.count;
const mask: Mask = { shape: 'line', x: 1.5, y: 0.4, angle: 0.3, size: 0.8, feather: 1 };

/** A word in the style of a cell of the sheet. */
function wordIn(text: string, cell: number): DrawnWord {
  const word = readWord(text, manifest.glyphs);
  const drawn = { text: word.text, fields: new Float32Array(word.glyphs.length * area), advances: new Float32Array(word.glyphs.length) };
  decoder.decodeWord(styles.codes.slice(cell * size, (cell + 1) * size), word.glyphs, drawn.fields, drawn.advances);
  return drawn;
}

/** A field of a shape given by its distance, positive inside. */
function fieldOf(distance: (x: number, y: number) => number, { side, sample, left, top }: Geometry = geometry): Float32Array {
  return Float32Array.from({ length: side * side }, (_, i) => distance(left + ((i % side) + 0.5) * sample, top - (Math.floor(i / side) + 0.5) * sample));
}
const disc = (cx: number, cy: number, r: number) => (x: number, y: number): number => r - Math.hypot(x - cx, y - cy);
const stem = (from: number, to: number) => (x: number, y: number): number => Math.min(x - from, to - x, y, 1 - y);

describe('a blended word', () => {
  const [a, b] = [wordIn('so it', 40), wordIn('so it', 200)];
  const joined = (each: Mask) => {
    const out = roomFor(a.text, a.advances.length, geometry);
    blend(a, b, each, geometry, space, out);
    return out;
  };
  test('is A’s where the mask is nowhere, to the sample, advances and all', () => {
    const out = joined({ ...mask, x: 99 });
    assert.deepEqual(out.fields, a.fields);
    out.advances.forEach((advance, i) => assert.ok(Math.abs(advance - (a.advances[i] ?? 0)) < 1e-6));
    assert.ok(Math.abs(out.length - lengthOf(a.text, a.advances, space)) < 1e-6);
  });
  test('is B’s where the mask is everywhere', () => {
    const out = joined({ ...mask, x: -99 });
    out.fields.forEach((value, i) => assert.ok(Math.abs(value - (b.fields[i] ?? 0)) < 1e-6));
    assert.ok(Math.abs(out.length - lengthOf(b.text, b.advances, space)) < 1e-6);
  });
  test('lies between the two at every sample', () => {
    const out = joined(mask);
    out.fields.forEach((value, i) => {
      const [one, other] = [a.fields[i] ?? 0, b.fields[i] ?? 0];
      assert.ok(value >= Math.min(one, other) - 1e-6 && value <= Math.max(one, other) + 1e-6);
    });
  });
  test('stands where a line of its own advances stands', () => {
    const out = joined(mask);
    const centres = new Float32Array(out.advances.length);
    const length = setLine(a.text, out.advances, space, centres);
    assert.ok(Math.abs(length - out.length) < 1e-5);
    centres.forEach((centre, i) => assert.ok(Math.abs(centre - (out.centres[i] ?? 0)) < 1e-5));
  });
  test('does not jump while even a hard boundary crosses it', () => {
    let before = NaN;
    const out = roomFor(a.text, a.advances.length, geometry);
    for (let x = -0.5; x < 4; x += 0.01) {
      setMasked(a, b, { ...mask, feather: 0, x }, space, out);
      assert.ok(!(Math.abs(out.length - before) > 0.02), `${before} to ${out.length} at ${x}`);
      before = out.length;
    }
  });
  test('has letters with more of B the further right they stand', () => {
    const { parts } = joined({ ...mask, feather: 3 });
    for (let i = 1; i < parts.length; i++) assert.ok((parts[i] ?? 0) >= (parts[i - 1] ?? 0));
    assert.ok(meanOf(parts) > 0 && meanOf(parts) < 1);
  });
  test('can be put together letter by letter', () => {
    const out = roomFor(a.text, a.advances.length, geometry);
    for (let i = 0; i < a.advances.length; i++) putLetter(out, i, { fields: a.fields.subarray(i * area, (i + 1) * area), advances: a.advances.subarray(i, i + 1) });
    settle(out, space);
    assert.deepEqual(out.fields, a.fields);
    assert.ok(Math.abs(out.length - lengthOf(a.text, a.advances, space)) < 1e-6);
  });
});

describe('pieces and counters', () => {
  const cases: [says: string, distance: (x: number, y: number) => number, pieces: number, counters: number][] = [
    ['of nothing are none', () => -1, 0, 0],
    ['of a disc are one and none', disc(0, 0.4, 0.3), 1, 0],
    ['of a ring are one and one', (x, y) => 0.08 - Math.abs(Math.hypot(x, y - 0.4) - 0.3), 1, 1],
    ['of a dot over a stem are two and none', (x, y) => Math.max(disc(0, 1, 0.1)(x, y), Math.min(0.1 - Math.abs(x), y, 0.6 - y)), 2, 0],
    ['of a field of ink are one, whatever the window’s edge', () => 1, 1, 0],
  ];
  for (const [says, distance, pieces, counters] of cases) test(says, () => assert.deepEqual(piecesOf(fieldOf(distance), geometry), { pieces, counters }));

  test('of drawn letters are those of the alphabet', () => {
    // A face the model draws well; see the contact sheet.
    const { fields } = wordIn('oils', 129);
    const found = [0, 1, 2, 3].map((i) => piecesOf(fields.subarray(i * area, (i + 1) * area), geometry));
    assert.deepEqual(found, [{ pieces: 1, counters: 1 }, { pieces: 2, counters: 0 }, { pieces: 1, counters: 0 }, { pieces: 1, counters: 0 }]);
  });
  test('make a letter broken if they are neither face’s', () => {
    const [ring, disc, two] = [{ pieces: 1, counters: 1 }, { pieces: 1, counters: 0 }, { pieces: 2, counters: 0 }];
    assert.equal(isBroken(ring, ring, disc), false);
    assert.equal(isBroken(disc, ring, disc), false);
    assert.equal(isBroken(two, ring, disc), true);
    // Half of each is neither.
    assert.equal(isBroken({ pieces: 1, counters: 1 }, { pieces: 1, counters: 2 }, disc), true);
  });
});

describe('the mean stroke', () => {
  const read = (field: Float32Array, share: (x: number, y: number) => number) => {
    const meter = strokeMeter(share);
    meter.add(field, 0, geometry);
    return meter.read();
  };
  for (const thick of [0.08, 0.2]) {
    test(`of a stem of ${thick} is nearly that: its ends count as edge`, () => {
      const { a, between, b } = read(fieldOf(stem(-thick / 2, thick / 2)), () => 0);
      assert.ok(Math.abs(a - thick / (1 + thick)) < 0.008, `${a}`);
      assert.ok(Number.isNaN(between) && Number.isNaN(b));
    });
  }
  test('is told region by region', () => {
    const two = fieldOf((x, y) => Math.max(stem(-0.55, -0.45)(x, y), stem(0.4, 0.65)(x, y)));
    const { a, b } = read(two, (x) => (x > 0 ? 1 : 0));
    assert.ok(a < 0.11 && b > 0.18, `${a} ${b}`);
  });
});

describe('along the boundary', () => {
  const word = (distance: (x: number, y: number) => number): DrawnWord => ({ text: 'l', fields: fieldOf(distance), advances: Float32Array.from([1]) });
  const upright: Mask = { ...mask, x: 0.5, angle: 0 };
  const centres = [0.5];
  test('ink of the same stem meets', () => {
    const seam = seamOf(word(stem(-0.1, 0.1)), word(stem(-0.2, 0.2)), centres, upright, geometry);
    assert.ok(Math.abs(seam.meets - 1) < 0.04 && seam.ends < 0.04, JSON.stringify(seam));
  });
  test('ink of one face alone ends', () => {
    const seam = seamOf(word(stem(-0.1, 0.1)), word(stem(0.3, 0.4)), centres, upright, geometry);
    assert.ok(Math.abs(seam.ends - 1) < 0.04 && seam.meets === 0, JSON.stringify(seam));
  });
  test('white is white', () => assert.deepEqual(seamOf(word(stem(-0.3, -0.2)), word(stem(-0.4, -0.2)), centres, upright, geometry), { meets: 0, ends: 0 }));
  test('shared ink is the ink of both by the ink of either', () => {
    const half = sharedInk(word(stem(-0.2, 0)), word(stem(-0.2, 0.2)));
    assert.ok(Math.abs(half - 0.5) < 0.05, `${half}`);
    assert.equal(sharedInk(word(stem(-0.2, 0)), word(stem(-0.2, 0))), 1);
  });
});

test('a word of one face with itself is unbroken and all of its ink is shared', () => {
  const a = wordIn('ago', 129);
  const out = roomFor(a.text, a.advances.length, geometry);
  blend(a, a, mask, geometry, space, out);
  const own = atOnce(lookAt(a, geometry));
  assert.deepEqual(atOnce(breaksOf(out, own, own, geometry)), []);
  const seen = atOnce(seenOf(out, { a, b: a }, { a: own, b: own }, mask, geometry));
  assert.equal(seen.shared, 1);
  assert.equal(seen.seam.ends, 0);
});
