/** Former ids of terms: each leads to one entry, and none is an id of today. */
import { fault } from '../fault.ts';
import { placeOfPath } from '../position.ts';
import type { CheckedEntry, Site } from '../site.ts';
import type { Fault, Place, Saying } from '../types.ts';
import { texts } from '../values.ts';

interface FormerId {
  id: string;
  entry: CheckedEntry;
  place: Place;
}

/** Rule `term-formerly`. A claim of two entries is reported in both, so that a check of either one alone shows it. */
export function checkFormerIds(site: Site): Fault[] {
  const glossary = site.byId('glossary');
  const claims = [...glossary.values()].flatMap((entry) =>
    texts(entry, ['formerly', '*']).map(({ value, path }): FormerId => ({ id: value, entry, place: placeOfPath(entry.source, path) })),
  );
  return claims.flatMap((claim) => {
    const saying = sayingOf(claim, claims, glossary);
    return saying ? [fault(claim.entry, 'term-formerly', claim.place, saying)] : [];
  });
}

function sayingOf(claim: FormerId, claims: readonly FormerId[], glossary: ReadonlyMap<string, CheckedEntry>): Saying | undefined {
  const { id, entry } = claim;
  const living = glossary.get(id);
  if (living === entry) return { message: `“${id}” is the id the entry has now`, fix: 'take it away: only ids of the past stand here' };
  if (living) return { message: `“${id}” is the id of another entry: ${living.source.path}`, fix: 'take it away: its address leads to that entry' };
  const other = claims.find((each) => each !== claim && each.id === id);
  if (!other) return undefined;
  if (other.entry === entry) return { message: `“${id}” stands here twice`, fix: 'keep one of the two' };
  return { message: `“${id}” is a former id of another entry too: ${other.entry.source.path}:${other.place.line}`, fix: 'keep it where readers of the old address should come to' };
}
