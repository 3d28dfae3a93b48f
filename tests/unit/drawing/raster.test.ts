import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crossFade, paintWord, type Picture, type Placing } from '../../../src/drawing/raster.ts';
import { bar, both, circle, empty, fieldOf, geometry, leaning, letterH, type Shape } from './shapes.ts';

const picture = (width: number, height: number, bytes: 1 | 4 = 1): Picture => ({ data: new Uint8ClampedArray(width * height * bytes), width, height });
const middle = (scale: number): Placing => ({ scale, x: scale, baseline: 1.4 * scale });

function paint(shapes: readonly Shape[], placing: Placing, target: Picture, centres = shapes.map(() => 0)): Picture {
  const fields = new Float32Array(shapes.length * geometry.side ** 2);
  shapes.forEach((shape, i) => fields.set(fieldOf(shape), i * geometry.side ** 2));
  paintWord({ fields, centres, count: shapes.length }, target, placing, geometry);
  return target;
}

const ink = ({ data }: Picture): number => data.reduce((sum, value) => sum + value, 0) / 255;
const at = ({ data, width }: Picture, x: number, y: number): number => data[y * width + x] ?? NaN;

describe('how much ink is painted', () => {
  for (const scale of [16, 60, 120, 300]) {
    test(`a disc has its true area at ${scale} pixels in a cap height`, () => {
      const painted = ink(paint([circle(0.1, 0.5, 0.35)], middle(scale), picture(2 * scale, 2 * scale)));
      const true_ = Math.PI * 0.35 ** 2 * scale ** 2;
      assert.ok(Math.abs(painted / true_ - 1) < 0.01, `${painted} is not ${true_}`);
    });
  }
  test('a stroke thinner than a pixel keeps its darkness wherever it lies', () => {
    const amounts = [0, 0.2, 0.4, 0.6, 0.8].map((shift) => ink(paint([bar(-0.015, 0.015, 0, 1)], { ...middle(16), x: 16 + shift }, picture(32, 32))));
    assert.ok(Math.max(...amounts) / Math.min(...amounts) < 1.15, String(amounts));
  });
  test('an empty field paints nothing', () => assert.equal(ink(paint([empty], middle(60), picture(120, 120))), 0));
  test('a speck beside the letter is not painted', () => {
    const letter = bar(-0.1, 0.1, 0, 1);
    assert.equal(ink(paint([both(letter, circle(0.51, 0.5, 0.01))], middle(300), picture(600, 600))), ink(paint([letter], middle(300), picture(600, 600))));
  });
});

describe('edges', () => {
  test('an upright edge between two pixels is sharp', () => {
    const painted = paint([bar(-0.2, 0.2, 0, 1)], middle(100), picture(200, 200));
    assert.deepEqual([78, 79, 80, 81].map((x) => Math.round(at(painted, x, 90) / 25.5)), [0, 0, 10, 10]);
  });
  test('an edge through the middle of a pixel covers half of it', () => {
    const painted = paint([bar(-0.2, 0.2, 0, 1)], { ...middle(100), x: 100.5 }, picture(200, 200));
    assert.ok(Math.abs(at(painted, 80, 90) - 128) < 12, String(at(painted, 80, 90)));
  });
  test('edges are equally crisp where the field is too flat', () => {
    const steep = paint([circle(0, 0.5, 0.4)], middle(60), picture(120, 120));
    const flat = paint([(x, y) => 0.6 * circle(0, 0.5, 0.4)(x, y)], middle(60), picture(120, 120));
    assert.ok(steep.data.every((value, i) => Math.abs(value - (flat.data[i] ?? NaN)) < 26));
  });
  test('a thin leaning stroke is one piece at 300 pixels', () => {
    const painted = paint([leaning(bar(-0.015, 0.015, 0, 1), 14)], middle(300), picture(600, 600));
    for (let y = 135; y < 405; y++) {
      const row = painted.data.subarray(y * 600, (y + 1) * 600);
      assert.ok(Math.max(...row) > 200, `row ${y}`);
    }
  });
});

describe('pictures', () => {
  const placing = middle(60);
  test('in a picture of four bytes only alpha is written, the same as in one of one byte', () => {
    const one = paint([letterH(0.12)], placing, picture(120, 120));
    const four = paint([letterH(0.12)], placing, picture(120, 120, 4));
    assert.deepEqual(four.data.filter((_, i) => i % 4 === 3), one.data);
    assert.ok(four.data.every((value, i) => i % 4 === 3 || value === 0));
  });
  test('what was there before is cleared', () => {
    const target = paint([letterH(0.12)], placing, picture(120, 120));
    assert.equal(ink(paint([empty], placing, target)), 0);
  });
  test('where letters overlap, the darker counts', () => {
    const [left, right] = [bar(-0.3, 0.05, 0, 1), bar(-0.05, 0.3, 0, 1)];
    const together = paint([left, right], placing, picture(120, 120));
    const [a, b] = [paint([left], placing, picture(120, 120)), paint([right], placing, picture(120, 120))];
    assert.ok(together.data.every((value, i) => value === Math.max(a.data[i] ?? 0, b.data[i] ?? 0)));
  });
  test('letters stand where the line says', () => {
    const painted = paint([bar(-0.1, 0.1, 0, 1), bar(-0.1, 0.1, 0, 1)], { scale: 50, x: 0, baseline: 70 }, picture(120, 90), [0.5, 1.5]);
    assert.deepEqual([10, 25, 50, 75, 100].map((x) => Math.round(at(painted, x, 45) / 255)), [0, 1, 0, 1, 0]);
  });
  test('a letter that hangs over the picture is cut off, one beside it is left out', () => {
    const inside = paint([letterH(0.12)], placing, picture(120, 120));
    const cut = paint([letterH(0.12)], { ...placing, x: 0 }, picture(120, 120));
    assert.equal(at(cut, 0, 60), at(inside, 60, 60));
    assert.equal(ink(paint([letterH(0.12)], { ...placing, x: 900 }, picture(120, 120))), 0);
    assert.equal(ink(paint([letterH(0.12)], { ...placing, baseline: -200 }, picture(120, 120))), 0);
  });
  test('what was painted before, and how large, changes nothing', () => {
    const first = paint([letterH(0.12)], placing, picture(120, 120));
    paint([leaning(letterH(0.3), 12), circle(0, 0.5, 0.5)], middle(300), picture(900, 600), [0.5, 1.5]);
    paint([circle(0, 0.5, 0.2)], middle(16), picture(32, 32));
    assert.deepEqual(paint([letterH(0.12)], placing, picture(120, 120)).data, first.data);
  });
});

test('a cross-fade is one picture at each end and both at half strength between', () => {
  const [a, b, out] = [picture(2, 1), picture(2, 1), picture(2, 1)];
  a.data.set([200, 0]);
  b.data.set([0, 100]);
  for (const [t, expected] of [[0, [200, 0]], [0.5, [100, 50]], [1, [0, 100]]] as const) {
    crossFade(a, b, t, out);
    assert.deepEqual([...out.data], [...expected]);
  }
});
