import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import { ADVANCED, ATTRIBUTES, describe, measure, MEASURED, UNITS, type Attributes } from '../../../src/drawing/measure.ts';
import { bar, ellipse, empty, fieldOf, geometry, leaning, letterH, letterO, without, type Shape } from './shapes.ts';

const X_HEIGHT = 0.7;
const small = bar(-0.2, 0.2, 0, X_HEIGHT);

/** Measures letters of which each has its own shape, or that of all the small ones. */
function attributesOf(shapes: Partial<Record<string, Shape>>, advance = 0.77): Attributes {
  const fields = new Map(Object.entries({ H: letterH(0.12), O: letterO(0.12, 0.1), x: small, z: small, v: small, ...shapes }).map(([char, shape]) => [char, fieldOf(shape ?? empty)]));
  return measure((char) => fields.get(char), () => advance, geometry);
}

function near(value: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(value - expected) <= tolerance, `${value} is not ${expected} ± ${tolerance}`);
}

group('weight is the thickness of the stems of H', () => {
  for (const stem of [0.03, 0.05, 0.12, 0.2, 0.35]) test(`a stem of ${stem}`, () => near(attributesOf({ H: letterH(stem) }).weight, stem, 0.005));
  test('a leaning stem is measured square to itself', () => {
    const stem = 0.12 / Math.cos((10 * Math.PI) / 180);
    near(attributesOf({ H: leaning(letterH(stem), 10) }).weight, 0.12, 0.005);
  });
});

group('slant is the angle of the stems of H', () => {
  for (const angle of [-6, 0, 4, 10, 22]) test(`${angle} degrees`, () => near(attributesOf({ H: leaning(letterH(0.12), angle) }).slant, angle, 0.5));
});

group('contrast is how much thicker O is at its sides', () => {
  for (const [side, top] of [[0.1, 0.1], [0.12, 0.08], [0.15, 0.05], [0.18, 0.045]] as const) {
    test(`${side} at the sides and ${top} at the top`, () => near(attributesOf({ O: letterO(side, top) }).contrast, side / top, 0.06 * (side / top)));
  }
  test('a hairline too thin to be drawn does not give an endless contrast', () => {
    const { contrast } = attributesOf({ O: letterO(0.2, 0.012) });
    assert.ok(Number.isNaN(contrast) || contrast <= 20);
  });
});

group('serif is the width of the feet beyond the stem', () => {
  for (const serif of [0, 0.05, 0.1]) test(`${serif} on each side`, () => near(attributesOf({ H: letterH(0.1, { serif }) }).serif, 2 * serif, 0.012));
  test('feet that meet in the middle are shared out', () => near(attributesOf({ H: letterH(0.2, { serif: 0.2 }) }).serif, 0.4, 0.02));
});

test('x-height is measured on flat letters, and one odd letter changes nothing', () => {
  near(attributesOf({}).xHeight, X_HEIGHT, 0.005);
  near(attributesOf({ z: bar(-0.2, 0.2, 0, 0.95) }).xHeight, X_HEIGHT, 0.005);
});
test('width is the mean advance by the x-height', () => near(attributesOf({}, 0.84).width, 0.84 / X_HEIGHT, 0.01));

group('what cannot be measured is not a number, and the rest is measured all the same', () => {
  const cases: [string, Partial<Record<string, Shape>>, readonly string[]][] = [
    ['an H without stems', { H: ellipse(0, 0.5, 0.4, 0.5) }, ['weight', 'slant', 'serif']],
    ['an H that was never drawn', { H: empty }, ['weight', 'slant', 'width', 'xHeight', 'serif']],
    ['an O without a hole', { O: ellipse(0, 0.5, 0.4, 0.5) }, ['contrast']],
    ['an O torn open', { O: without(letterO(0.12, 0.1), bar(-0.2, 0.2, 0.7, 1.2)) }, ['contrast']],
    ['no small letters', { x: empty, z: empty, v: empty }, ['width', 'xHeight']],
  ];
  for (const [name, shapes, missing] of cases) {
    test(name, () => {
      const attributes = attributesOf(shapes);
      assert.deepEqual(ATTRIBUTES.filter((attribute) => Number.isNaN(attributes[attribute])), missing);
    });
  }
  test('no letters at all', () => {
    const attributes = measure(() => undefined, () => undefined, geometry);
    assert.ok(ATTRIBUTES.every((attribute) => Number.isNaN(attributes[attribute])));
  });
  test('noise and numbers that are none', () => {
    let seed = 1;
    const noise = Float32Array.from({ length: 4096 }, () => ((seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5) * 0.2);
    assert.doesNotThrow(() => measure(() => noise, () => 1, geometry));
    assert.doesNotThrow(() => measure(() => noise.fill(NaN), () => NaN, geometry));
    assert.doesNotThrow(() => measure(() => noise.fill(1), () => 1, geometry));
  });
  test('half an alphabet has no width', () => {
    const field = fieldOf(small);
    assert.ok(Number.isNaN(measure(() => field, (char) => (char < 'n' ? 0.7 : undefined), geometry).width));
  });
});

test('every attribute has a unit, and the letters named are those asked for', () => {
  assert.deepEqual(Object.keys(UNITS), [...ATTRIBUTES]);
  const [asked, advances] = [new Set<string>(), new Set<string>()];
  measure((char) => void asked.add(char), (char) => void advances.add(char), geometry);
  assert.deepEqual([[...asked].sort().join(''), [...advances].sort().join('')], [[...MEASURED].sort().join(''), [...ADVANCED].sort().join('')]);
});

group('a reading in words', () => {
  const regular: Attributes = { weight: 0.15, contrast: 1.3, slant: 0, width: 1.04, xHeight: 0.72, serif: 0 };
  const cases: [string, Partial<Attributes>, string][] = [
    ['between the thirds everything is medium', {}, 'weight medium, contrast medium, upright, width medium, x-height medium, no serifs'],
    ['a bold sloped face', { weight: 0.25, contrast: 1.1, slant: 8.2, width: 1.2, xHeight: 0.78 }, 'weight heavy, contrast low, slant 8°, width wide, x-height tall, no serifs'],
    ['a light old face', { weight: 0.09, contrast: 3, xHeight: 0.6, width: 0.9, serif: 0.24 }, 'weight light, contrast high, upright, width narrow, x-height low, serifs medium'],
    ['leaning backwards', { slant: -5 }, 'weight medium, contrast medium, slant −5°, width medium, x-height medium, no serifs'],
    ['what could not be measured is left out', { weight: NaN, slant: NaN, serif: NaN }, 'contrast medium, width medium, x-height medium'],
  ];
  for (const [name, attributes, expected] of cases) test(name, () => assert.equal(describe({ ...regular, ...attributes }), expected));
  test('nothing could be measured', () => {
    assert.equal(describe(Object.fromEntries(ATTRIBUTES.map((name) => [name, NaN])) as Attributes), 'too unlike letters to be measured');
  });
});
