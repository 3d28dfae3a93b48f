/** What changed between two styles, measured, in words. Pure. */
import { ATTRIBUTES, type AttributeName } from '../../drawing/attributes.ts';

/** Changes smaller than this, in deviations of real typefaces, are not spoken of. */
export const HEARD = 0.15;

const WORDS: Readonly<Record<AttributeName, readonly [less: string, more: string]>> = {
  weight: ['lighter', 'heavier'],
  contrast: ['lower in contrast', 'higher in contrast'],
  slant: ['less slanted to the right', 'more slanted to the right'],
  width: ['narrower', 'wider'],
  xHeight: ['lower in its x-height', 'taller in its x-height'],
  serif: ['shorter in its serifs', 'wider in its serifs'],
};

/** Measured attributes in deviations of real typefaces; see `deviationsOf`. */
export type Row = readonly (number | undefined)[];

/** What changed from one style to another, both in deviations of real typefaces: the greatest change first. */
export function changeIn(before: Row, after: Row): string {
  const changes = ATTRIBUTES.flatMap((name, k) => {
    const [a, b] = [before[k], after[k]];
    return a === undefined || b === undefined ? [] : [{ name, by: b - a }];
  });
  if (changes.length === 0) return 'too unlike letters to be compared';
  const heard = changes.filter(({ by }) => Math.abs(by) >= HEARD).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (heard.length === 0) return `nothing by as much as ${HEARD}`;
  return heard.map(({ name, by }) => `${WORDS[name][by < 0 ? 0 : 1]} by ${Math.abs(by).toFixed(2)}`).join(', ');
}
