/** What the figure of the style mixing says under itself, to whoever cannot see it, and of what was counted. */
import { FINISH_PLACES } from '../../inference/places.ts';
import { NAMES } from '../base/names.ts';
import type { Census } from './census.ts';
import type { Figure } from './figure.ts';
import { list } from './plan/whose.ts';

/** “90%”; what is below nothing or above all is so by the noise of fitting, and is said as it is. */
export function percent(share: number): string {
  const text = String(Math.abs(Math.round(share * 100)));
  return `${share < -0.005 ? '−' : ''}${text}%`;
}

/** What the finish alone takes with it, over all shipped styles, the most first. */
export function countedOf({ rows, pairs }: Census): string {
  const sorted = rows
    .map(({ name, shares, moved }) => ({ name: NAMES[name].creative, share: shares[FINISH_PLACES] ?? 0, moved }))
    .sort((one, other) => other.share - one.share);
  const much = sorted.filter(({ share }) => share >= 0.25);
  const little = sorted.filter(({ share }) => share < 0.25);
  const said = (some: typeof sorted): string => list(some.map(({ name, share }) => `${name} ${percent(share)}`));
  return `Over ${pairs} pairs, every style of the sheet once as A, the finish alone carries across, of what divides the two: ${said(much)}${little.length > 0 ? `; but of ${said(little)}` : ''}.`;
}

/** Captions, where a text gives none of its own. */
export function captionOf(part: 'all' | 'table', { census, latent: { bones, finish } }: Figure): string {
  const counted = countedOf(census);
  if (part === 'table') return `Rows keep their bones (${bones} numbers), columns their finish (${finish}); on the diagonal, the parents. Choose an earlier cut and B takes over sooner. ${counted}`;
  return `One decoder reads the code at five places; cut where you like. Before the cut it reads A, after it B. ${counted} Counted when this page was built.`;
}

/** What a figure is, for whoever cannot see it. */
export function altOf(part: 'all' | 'table', { start: { word }, parents, report }: Figure): string {
  const table = `A table of ${parents.length} by ${parents.length} mixes: in a row the skeleton stays and the pen changes, in a column the pen stays and the skeleton changes.`;
  return part === 'table' ? table : `The word “${word}” with the bones of a slanted face and the finish of a black one, and six needles that show what it has from whom. ${report} ${table}`;
}
