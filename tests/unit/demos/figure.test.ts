import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figureOf, sheetSvg } from '../../../src/demos/letterform-map/figure.ts';
import { nearestStyle } from '../../../src/demos/base/build.ts';
import type { Styles } from '../../../src/inference/styles.ts';

describe('a drawn figure', () => {
  test('is drawn once, however often it is asked for', async () => assert.equal(await figureOf('map', 'once'), await figureOf('map', 'once')));
  test('has something in every box, and is measured', async () => {
    const { pictures, plates, reading, start, grid } = await figureOf('all', 'between');
    for (const picture of [pictures.word, pictures.a, pictures.b, pictures.lerp, pictures.slerp, pictures.fade, ...pictures.strip, plates.a, plates.b]) {
      for (const { d } of picture.paths) assert.match(d, /^m[-\d]/);
    }
    assert.match(reading, /^weight /);
    for (const { u, v } of [start.at, start.a, start.b]) assert.ok(u >= 0 && u < grid.columns && v >= 0 && v < grid.rows);
    assert.notDeepEqual(start.a, start.b);
  });
  test('of a word the model does not know at all is empty, and no error', async () => {
    const { pictures } = await figureOf('all', '中文');
    assert.equal(pictures.word.paths[0]?.d, '');
  });
});

test('the contact sheet has every style once, and no number in it is broken', async () => {
  const svg = await sheetSvg('a');
  const { grid } = await figureOf('map', 'once');
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  assert.ok((svg.match(/M/g) ?? []).length >= grid.columns * grid.rows * 0.98);
});

describe('an example style', () => {
  /** Weight and contrast, in the order of the attributes; the others are all alike. */
  const styles = (rows: readonly (readonly [number, number])[]): Styles => ({
    count: rows.length, attributes: Float32Array.from(rows.flatMap(([weight, contrast]) => [weight, contrast, 5, 1, 0.7, 0.1])),
    codes: new Float32Array(0), gaussian: { mean: new Float32Array(0), chol: new Float32Array(0) }, directions: new Float32Array(0),
  });
  test('is the one nearest to what is wanted', () => assert.equal(nearestStyle(styles([[0.1, 1], [0.2, 1.2], [0.3, 1.5]]), { weight: 1 }), 2));
  test('is never one that could not be measured', () => assert.equal(nearestStyle(styles([[-1, 1], [0.1, 1.1], [0.2, 1.5]]), { weight: -2 }), 1));
});
