/** Advice on what nobody leads to: terms that no text speaks of, sources that none cites. */
import { backlinks, type ProsePiece } from '../../glossary/backlinks.ts';
import { citedIn, namedInProps } from '../cited.ts';
import { faultOf } from '../fault.ts';
import { fileStart, placeOfPath } from '../position.ts';
import { treeOf } from '../site.ts';
import type { Advice } from '../types.ts';
import { texts } from '../values.ts';
import type { AdviceCheck } from './types.ts';

/** Advice `orphan-term`. The glossary's own entries may speak of a term: that is said, and is not enough. */
export const adviseOrphanTerms: AdviceCheck = ({ site, terms, index }, asked) => {
  const prose = site.entries.flatMap((entry): ProsePiece[] => {
    const tree = treeOf(entry);
    const { collection, id } = entry.source;
    return tree && !entry.draft ? [{ collection, id, title: id, tree }] : [];
  });
  const links = backlinks(prose, index);
  return terms.flatMap(({ id, data }): Advice[] => {
    const entry = site.byId('glossary').get(id);
    const mentions = links.get(id) ?? [];
    if (!entry || !asked(entry) || mentions.some(({ collection }) => collection !== 'glossary')) return [];
    const count = new Set(mentions.map((mention) => mention.id)).size;
    const others = count === 0 ? 'nor does any other entry' : `${count} other ${count === 1 ? 'entry does' : 'entries do'}`;
    const saying = { message: `no tutorial, essay, case study or page speaks of “${data.term}”; ${others}` };
    return [faultOf('orphan-term', entry.source.path, placeOfPath(entry.source, ['term']), saying)];
  });
};

/** Advice `orphan-source`. */
export const adviseOrphanSources: AdviceCheck = ({ site }, asked) => {
  const cited = new Set(
    site.entries.flatMap((entry) => [
      ...(entry.source.collection === 'glossary' ? texts(entry, ['references', '*']).map(({ value }) => value) : []),
      ...[...citedIn(entry), ...namedInProps(entry, 'reference')].map(({ id }) => id),
    ]),
  );
  return [...site.byId('references').values()].flatMap((entry): Advice[] => {
    const { id, path } = entry.source;
    if (cited.has(id) || !asked(entry)) return [];
    return [faultOf('orphan-source', path, fileStart, { message: `nobody cites “${id}”`, fix: `cite it, [@${id}], or take the file away` })];
  });
};
