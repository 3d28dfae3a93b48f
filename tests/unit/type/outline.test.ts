import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figureSvg, type FigureKind } from '../../../src/type/figures.ts';
import { interpolate, outlineWord, pathData, type Outline } from '../../../src/type/outline.ts';

const FILE = '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2';
const light = { opsz: 96, wght: 200, wdth: 100 };
const black = { opsz: 96, wght: 800, wdth: 75 };
const square: Outline = { advance: 100, commands: [{ op: 'M', points: [0, 0] }, { op: 'L', points: [50, 0] }, { op: 'L', points: [50, 50] }, { op: 'Z', points: [] }] };

describe('outlines', () => {
  test('two instances of one typeface have the same points, whatever their weight', async () => {
    const [a, b] = await Promise.all([outlineWord(FILE, light, 'Hamburg'), outlineWord(FILE, black, 'Hamburg')]);
    assert.deepEqual(a.commands.map(({ op }) => op), b.commands.map(({ op }) => op));
    assert.notDeepEqual(a.commands, b.commands);
  });
  test('an in-between has an advance in between', async () => {
    const [a, b] = await Promise.all([outlineWord(FILE, light, 'a'), outlineWord(FILE, black, 'a')]);
    assert.equal(interpolate(a, b, 0.5).advance, (a.advance + b.advance) / 2);
  });
  test('outlines with different points are refused', () => {
    assert.throws(() => interpolate(square, { ...square, commands: square.commands.slice(1) }, 0.5), /same points/);
  });
  test('a space moves the pen and draws nothing', async () => {
    const [one, two] = await Promise.all([outlineWord(FILE, light, 'aa'), outlineWord(FILE, light, 'a a')]);
    assert.equal(one.commands.length, two.commands.length);
    assert.ok(two.advance > one.advance);
  });
});

describe('pathData', () => {
  test('is placed, scaled and turned the right way up', () => {
    assert.equal(pathData(square, { x: 10, y: 100, scale: 2 }), 'M10 100L110 100L110 0Z');
  });
  test('says the same in steps from point to point', () => {
    assert.equal(pathData(square, { x: 10, y: 100, scale: 2, relative: true }), 'm10 100l100 0 0-100z');
  });
  test('rounding never adds up in steps', () => {
    const many: Outline = { advance: 0, commands: [{ op: 'M', points: [0, 0] }, ...Array.from({ length: 99 }, (_, i) => ({ op: 'L' as const, points: [(i + 1) * 0.4, 0] }))] };
    const steps = pathData(many, { x: 0, y: 0, scale: 1, relative: true }).slice(5).match(/-?\d+/g)?.map(Number) ?? [];
    assert.equal(steps.filter((_, i) => i % 2 === 0).reduce((sum, step) => sum + step, 0), 40);
  });
});

describe('figures', () => {
  for (const kind of ['strip', 'plane', 'crossfade', 'plates'] satisfies FigureKind[]) {
    test(`${kind} is a picture with a name, the same every time, and escapes what the writer wrote`, async () => {
      const svg = await figureSvg(kind, 'a', 'An "a" < b');
      assert.match(svg, /^<svg [^>]*role="img" aria-label="An &quot;a&quot; &lt; b"/);
      assert.equal(svg, await figureSvg(kind, 'a', 'An "a" < b'));
      assert.doesNotMatch(svg, /NaN|undefined|style=/);
    });
  }
});
