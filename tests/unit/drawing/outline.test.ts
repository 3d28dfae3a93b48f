import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitCubics, pointAt, unit, type Point } from '../../../src/drawing/bezier-fit.ts';
import { SMALLEST_AREA } from '../../../src/drawing/contour.ts';
import { outline, toPath, TOLERANCE, wordPath, type Contour } from '../../../src/drawing/outline.ts';
import { bar, both, circle, empty, fieldOf, geometry, leaning, letterH, without, type Shape } from './shapes.ts';

const outlineOf = (shape: Shape): Contour[] => outline(fieldOf(shape), geometry);

/** Places along an outline, close together. */
function along({ start, segments }: Contour): Point[] {
  let from = start;
  return segments.flatMap((segment) => {
    const [a, b = a, end = b] = segment;
    const curve = segment.length === 1 ? ([from, a, a] as const) : ([a, b, end] as const);
    const points = Array.from({ length: 16 }, (_, i) => pointAt(from, curve, (i + 1) / 16));
    from = end;
    return points;
  });
}

const areaOf = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], i) => sum + (x * (points[(i + 1) % points.length]?.[1] ?? 0) - (points[(i + 1) % points.length]?.[0] ?? 0) * y) / 2, 0);

describe('outlines', () => {
  test('a disc is a few curves, nowhere far from its edge, of the true area', () => {
    const [disc, ...more] = outlineOf(circle(0.05, 0.5, 0.4));
    assert.ok(disc && more.length === 0);
    assert.ok(disc.segments.length <= 8, `${disc.segments.length} curves`);
    for (const [x, y] of along(disc)) assert.ok(Math.abs(Math.hypot(x - 0.05, y - 0.5) - 0.4) < TOLERANCE + 0.001);
    assert.ok(Math.abs(areaOf(along(disc)) / (Math.PI * 0.16) - 1) < 0.01);
  });
  test('curves have points where they are level and where they are upright', () => {
    const [disc] = outlineOf(circle(0, 0.5, 0.4));
    const points = disc ? [disc.start, ...disc.segments.flatMap((segment) => segment.slice(-1))] : [];
    for (const [x, y] of [[0.4, 0.5], [-0.4, 0.5], [0, 0.9], [0, 0.1]] as const) {
      assert.ok(points.some((point) => Math.hypot(point[0] - x, point[1] - y) < 0.02), `none at ${x}, ${y}`);
    }
  });
  test('a rectangle is four lines that are upright or level, with sharp corners', () => {
    const [box] = outlineOf(bar(-0.1, 0.15, 0, 1));
    assert.ok(box);
    assert.deepEqual(box.segments.map((segment) => segment.length), [1, 1, 1, 1]);
    const corners = box.segments.map(([end]) => end);
    for (const [x, y] of [[-0.1, 0], [0.15, 0], [0.15, 1], [-0.1, 1]] as const) {
      assert.ok(corners.some((corner) => Math.hypot(corner[0] - x, corner[1] - y) < 0.004), `no corner at ${x}, ${y}: ${JSON.stringify(corners)}`);
    }
  });
  test('a leaning bar keeps its lean and its corners', () => {
    const [box] = outlineOf(leaning(bar(-0.1, 0.1, 0, 1), 12));
    const lean = Math.tan((12 * Math.PI) / 180);
    const corners = box?.segments.map((segment) => segment.at(-1)) ?? [];
    for (const [x, y] of [[-0.1, 0], [0.1, 0], [0.1 + lean, 1], [lean - 0.1, 1]] as const) {
      assert.ok(corners.some((corner) => corner && Math.hypot(corner[0] - x, corner[1] - y) < 0.008), `no corner at ${x}, ${y}: ${JSON.stringify(corners)}`);
    }
  });
  test('an H has twelve corners and no other point', () => assert.equal(outlineOf(letterH(0.14)).flatMap(({ segments }) => segments).length, 12));
  test('a hole runs against the outline around it', () => {
    const [ring, hole] = outlineOf(without(circle(0, 0.5, 0.4), circle(0, 0.5, 0.25)));
    assert.ok(ring && hole);
    assert.ok(areaOf(along(ring)) > 0 && areaOf(along(hole)) < 0);
    assert.ok(Math.abs(-areaOf(along(hole)) / (Math.PI * 0.0625) - 1) < 0.015);
  });
  test('a tight curve such as a ball terminal stays round', () => {
    const [ball] = outlineOf(circle(0.01, 0.5, 0.07));
    assert.ok(ball);
    for (const [x, y] of along(ball)) assert.ok(Math.abs(Math.hypot(x - 0.01, y - 0.5) - 0.07) < 0.006);
  });
  test('islands and holes below the smallest area are dropped, larger ones are kept', () => {
    const radius = Math.sqrt(SMALLEST_AREA / Math.PI);
    const island = (factor: number): number => outlineOf(both(bar(-0.2, 0, 0, 1), circle(0.4, 0.5, factor * radius))).length;
    const hole = (factor: number): number => outlineOf(without(bar(-0.3, 0.3, 0, 1), circle(0.01, 0.5, factor * radius))).length;
    assert.deepEqual([island(0.7), island(2), hole(0.7), hole(2.5)], [1, 2, 1, 2]);
  });
  test('an empty field has none', () => assert.deepEqual(outlineOf(empty), []));
  test('noise and full fields give outlines of numbers', () => {
    let seed = 7;
    const noise = Float32Array.from({ length: 4096 }, () => ((seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5) * 0.2);
    for (const field of [noise, noise.map(() => 1)]) assert.doesNotMatch(toPath(outline(field, geometry), { scale: 1000, x: 0, y: 0 }), /NaN|Infinity|undefined/);
  });
});

describe('path data', () => {
  const square: Contour[] = [{ start: [0, 0], segments: [[[0.5, 0]], [[0.5, 0.5]], [[0, 0.5]], [[0, 0]]] }];
  const cases: [string, readonly Contour[], Parameters<typeof toPath>[1], string][] = [
    ['is placed, scaled and turned the right way up', square, { scale: 10, x: 3, y: 20 }, 'm3 20h5v-5h-5z'],
    ['keeps the decimals asked for, without zeros before the point', square, { scale: 1, x: 0, y: 0, precision: 1 }, 'm0 0h.5v-.5h-.5z'],
    ['writes curves in steps from where they begin', [{ start: [0, 0], segments: [[[0, 1], [1, 2], [2, 2]], [[0, 0]]] }], { scale: 1, x: 0, y: 0 }, 'm0 0c0-1 1-2 2-2z'],
    ['begins each outline from where the one before began', [...square, ...square], { scale: 2, x: 5, y: 5 }, 'm5 5h1v-1h-1zm0 0h1v-1h-1z'],
    ['is empty for no outlines', [], { scale: 1, x: 0, y: 0 }, ''],
  ];
  for (const [name, contours, place, expected] of cases) test(name, () => assert.equal(toPath(contours, place), expected));
  test('rounding never adds up', () => {
    const stairs: Contour[] = [{ start: [0, 0], segments: Array.from({ length: 99 }, (_, i) => [[(i + 1) * 1.4, ((i + 1) % 2) * 3]] as const) }];
    const steps = toPath(stairs, { scale: 1, x: 0, y: 0 }).slice(5).match(/-?\d+/g)?.map(Number) ?? [];
    assert.equal(steps.filter((_, i) => i % 2 === 0).reduce((sum, step) => sum + step, 0), 139);
  });
  test('a line of letters is one path, each letter where the line says', () => {
    assert.equal(wordPath([square, [], square], [1, 2, 3], { scale: 10, x: 0, y: 20 }), 'm10 20h5v-5h-5zm20 0h5v-5h-5z');
  });
  test('a letter takes a few hundred bytes', () => {
    const size = toPath(outlineOf(without(letterH(0.12, { serif: 0.1 }), empty)), { scale: 1000, x: 0, y: 0 }).length;
    assert.ok(size < 700, `${size} bytes`);
  });
});

describe('fitting curves', () => {
  const curve = [[0, 0.5], [0.4, 0.9], [1, 1]] as const;
  const points = Array.from({ length: 40 }, (_, i) => pointAt([0, 0], curve, i / 39));
  test('points on one curve are fitted by that curve', () => {
    const [found, ...more] = fitCubics(points, unit([0, 0], curve[0]), unit(curve[2], curve[1]), 0.002);
    assert.ok(found && more.length === 0);
    for (const point of points) {
      const off = Math.min(...Array.from({ length: 401 }, (_, i) => pointAt([0, 0], found, i / 400)).map(([x, y]) => Math.hypot(point[0] - x, point[1] - y)));
      assert.ok(off < 0.004, String(off));
    }
  });
  test('curves meet smoothly and end where the points end', () => {
    const wave = Array.from({ length: 200 }, (_, i): Point => [i / 50, Math.sin(i / 10)]);
    const found = fitCubics(wave, unit([0, 0], [1, 5]), unit(wave.at(-1) ?? [0, 0], wave.at(-3) ?? [0, 0]), 0.01);
    assert.ok(found.length > 2);
    assert.deepEqual(found.at(-1)?.[2], wave.at(-1));
    found.slice(1).forEach(([handle], k) => {
      const [, before, join] = found[k] ?? [[0, 0], [0, 0], [0, 0]];
      const [a, b] = [unit(before, join), unit(join, handle)];
      assert.ok(a[0] * b[0] + a[1] * b[1] > 0.9999);
    });
  });
  test('two points are a straight curve', () => {
    assert.deepEqual(fitCubics([[0, 0], [3, 0]], [1, 0], [-1, 0], 0.1), [[[1, 0], [2, 0], [3, 0]]]);
  });
});
