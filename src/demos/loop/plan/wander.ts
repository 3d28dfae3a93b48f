/** How far a line has wandered from its first parent. Pure. */
import { apart, remoteness } from '../../../inference/latent.ts';
import type { Styles } from '../../../inference/styles.ts';
import { parentsOf, type Ref, type Sheet } from '../state.ts';
import type { Replay } from './breed.ts';

type Gaussian = Styles['gaussian'];

/** What is known of a line. Distances are in deviations of the prior, root mean square over the numbers of a code: the unit of the step. */
export interface Wander {
  /** From the first parent to where the line stands now; of parents that bred, along the first. */
  line: readonly Ref[];
  /** All steps, one after another. */
  walked: number;
  /** Straight from the first parent to now. */
  apart: number;
  /** How far apart steps of these widths come to lie when nobody chooses; `undefined` where somebody was bred. */
  blind: number | undefined;
  /** From the mean of all styles: typefaces lie at about 1. */
  remote: number;
}

/** A proposal’s ancestors, the first of them first, itself last. */
export function lineOf(sheets: readonly Sheet[], ref: Ref): Ref[] {
  const sheet = sheets[ref.sheet];
  const parent = sheet && parentsOf(sheet)[0];
  return parent ? [...lineOf(sheets, parent), ref] : [ref];
}

/** Follows a line back and measures it. */
export function wander({ sheets, codes }: Replay, ref: Ref, gaussian: Gaussian): Wander {
  const line = lineOf(sheets, ref);
  const at = ({ sheet, no }: Ref): Float32Array => codes[sheet]?.[no] ?? gaussian.mean;
  const last = at(ref);
  const made = line.slice(1).map((each) => sheets[each.sheet]);
  return {
    line,
    walked: line.slice(1).reduce((sum, each, i) => sum + apart(at(each), at(line[i] ?? each), gaussian), 0),
    apart: apart(last, at(line[0] ?? ref), gaussian),
    blind: made.some((sheet) => sheet?.how !== 'vary') ? undefined : Math.hypot(...made.map((sheet) => (sheet?.how === 'vary' ? sheet.width / 100 : 0))),
    remote: remoteness(last, gaussian),
  };
}
