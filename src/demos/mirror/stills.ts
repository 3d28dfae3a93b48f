/** A typeface as each of the siblings draws it; and another that the last one never saw the like of. */
import { openSibling, theRecord } from '../../models/mirrors/open.ts';
import type { SiblingId } from '../../models/mirrors/record.ts';
import { setInStyle } from '../../models/open.ts';
import { pictureOf } from '../base/build.ts';
import { codeAt, middleOf } from '../base/map.ts';
import { STILL, type Still } from '../base/stills.ts';
import { readWord } from '../base/words.ts';
import { figureOf } from './figure.ts';
import { telling } from './plan/table.ts';
import { codecOf } from './state.ts';

const SAID: Readonly<Record<SiblingId, string>> = { whole: 'saw all', random: 'a random third out', serif: 'serifs out', display: 'display and hands out' };

/** The prints of the gallery; see `Still`. */
export async function stills(): Promise<Still[]> {
  const { start, grid } = await figureOf();
  const other = middleOf(telling(theRecord(grid.columns * grid.rows), 'display'), grid);
  const shown: [saw: SiblingId, at: typeof other][] = [['whole', start.at], ['random', start.at], ['serif', start.at], ['whole', other], ['display', other]];
  return Promise.all(shown.map(async ([saw, at]) => {
    const { decoder, styles: { codes, count } } = await openSibling(saw);
    const { text, glyphs } = readWord('hn', decoder.manifest.glyphs);
    const z = codeAt(at, grid, codes, new Float32Array(codes.length / count));
    return { hash: codecOf(grid).encode({ ...start, saw, at }, start), says: SAID[saw], picture: pictureOf(setInStyle(decoder, text, glyphs, z), STILL, 'middle') };
  }));
}
