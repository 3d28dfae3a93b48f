/** The contact sheet: one letter in every style of a model's map, as a picture. Runs in Node only. */
import { outline, toPath, type Contour } from '../../drawing/outline.ts';
import type { OpenModel } from '../../models/open.ts';
import { middleOf } from './map.ts';

/** A cell, in the sheet's own units. */
export const CELL = 100;

/** The sheet as a file of its own, in the ink of paper printing. */
export function contactSheet({ decoder, styles, manifest: { map: grid, field: geometry, glyphs } }: OpenModel, letter: string): string {
  const field = new Float32Array(geometry.side ** 2);
  const glyph = glyphs.indexOf(letter);
  // Letters as high as an x stand in the middle of their cells, others likewise, a little smaller.
  const low = 'acemnorsuvwxz'.includes(letter);
  const scale = CELL * (low ? 0.8 : 0.66);
  const size = styles.codes.length / styles.count;
  let d = '';
  for (let cell = 0; cell < styles.count; cell++) {
    const { u, v } = middleOf(cell, grid);
    decoder.decode(styles.codes.subarray(cell * size, (cell + 1) * size), glyph, field);
    const box = { x: (u + 0.5) * CELL, y: (v + 0.5) * CELL + (low ? 0.36 : 0.5) * scale };
    d += absolute(outline(field, geometry), { ...box, scale });
  }
  const [width, height] = [grid.columns * CELL, grid.rows * CELL];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path fill="#2a2140" d="${d}"/></svg>`;
}

/** Path data that may follow other path data: its first step begins at the origin. */
function absolute(contours: readonly Contour[], place: { x: number; y: number; scale: number }): string {
  return toPath(contours, { ...place, precision: 0 }).replace(/^m/, 'M');
}
