/** Ids in front matter and prose that must lead to an entry: terms, pieces, authors, sources. */
import { strayCitations } from '../../citations/parse.ts';
import type { CollectionName } from '../../../schemas/index.ts';
import { citedIn, namedInProps, runsOf, type Named } from '../cited.ts';
import { fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import { placeOfBodyOffset, placeOfPath } from '../position.ts';
import type { RuleId } from '../rules.ts';
import { isPiece, pieceIds, type CheckedEntry, type Site } from '../site.ts';
import type { Fault } from '../types.ts';
import { texts } from '../values.ts';

/** Rules `unknown-term`, `unknown-piece`, `unknown-author`, `unknown-source` and `citation-syntax`. */
export function checkIdentifiers(entry: CheckedEntry, site: Site): Fault[] {
  const inFields = (...path: (string | number)[]): Named[] =>
    texts(entry, path).map((found) => ({ id: found.value, place: placeOfPath(entry.source, found.path) }));
  const look = (collection: 'glossary' | 'authors' | 'references', named: readonly Named[]): Fault[] =>
    named.flatMap((one) => lookUp(entry, site, collection, one));
  const sources = [...(entry.source.collection === 'glossary' ? inFields('references', '*') : []), ...citedIn(entry), ...namedInProps(entry, 'reference')];
  return [
    ...(entry.source.collection === 'demos' ? [...look('glossary', [...inFields('terms', '*'), ...inFields('teaches', 'technical'), ...inFields('teaches', 'creative')]), ...inFields('readWith', '*').flatMap((named) => prerequisite(entry, site, named))] : []),
    ...(isPiece(entry) ? inFields('prerequisites', '*').flatMap((named) => prerequisite(entry, site, named)) : []),
    ...look('authors', entry.source.collection === 'references' ? [] : [...inFields('authors', '*'), ...inFields('reviews', '*', 'by')]),
    ...look('references', sources),
    ...look('glossary', namedInProps(entry, 'term')),
    ...citationSyntax(entry, site),
  ];
}

const kinds = {
  glossary: { rule: 'unknown-term', what: 'term', file: (id: string) => `glossary/${id}.mdx` },
  authors: { rule: 'unknown-author', what: 'author', file: (id: string) => `authors/${id}.yaml` },
  references: { rule: 'unknown-source', what: 'source', file: (id: string) => `references/${id}.yaml` },
} as const satisfies Partial<Record<CollectionName, { rule: RuleId; what: string; file: (id: string) => string }>>;

function lookUp(entry: CheckedEntry, site: Site, collection: keyof typeof kinds, { id, place }: Named): Fault[] {
  const { rule, what, file } = kinds[collection];
  const known = site.byId(collection);
  const found = known.get(id);
  if (found) return found.draft && !entry.draft ? [fault(entry, rule, place, draftSaying(id))] : [];
  const now = collection === 'glossary' ? site.renamed.get(id) : undefined;
  if (now !== undefined) return [fault(entry, rule, place, renamedSaying(id, now))];
  const near = nearest(id, known.keys());
  const saying = { message: `there is no ${what} “${id}”`, expected: near ? undefined : `a file ${site.base}/${file(isSlug(id) ? id : '<id>')}`, nearest: near };
  return [fault(entry, rule, place, saying)];
}

function prerequisite(entry: CheckedEntry, site: Site, { id, place }: Named): Fault[] {
  if (!id.includes('/')) {
    if (site.byId('glossary').has(id)) return lookUp(entry, site, 'glossary', { id, place });
    const piece = pieceIds(site).find((known) => known.endsWith(`/${id}`));
    if (!piece) return lookUp(entry, site, 'glossary', { id, place });
    return [fault(entry, 'unknown-piece', place, { message: `“${id}” is a piece, and named without its section`, nearest: piece })];
  }
  const [section = '', slug = ''] = id.split('/', 2);
  const found = pieceIds(site).includes(id) ? site.byId(section as CollectionName).get(slug) : undefined;
  if (found) return found.draft && !entry.draft ? [fault(entry, 'unknown-piece', place, draftSaying(id))] : [];
  const near = nearest(id, pieceIds(site));
  return [fault(entry, 'unknown-piece', place, { message: `there is no piece “${id}”`, expected: near ? undefined : 'tutorials/<name>, essays/<name> or case-studies/<name>', nearest: near })];
}

function citationSyntax(entry: CheckedEntry, site: Site): Fault[] {
  const sources = site.byId('references');
  return runsOf(entry).flatMap(({ text, offset }) => {
    const at = (index: number): ReturnType<typeof placeOfBodyOffset> => placeOfBodyOffset(entry.source, offset + index);
    const stray = strayCitations(text).map((index) => fault(entry, 'citation-syntax', at(index), { message: 'this is not a citation', expected: '[@id], [@id, p. 4] or [@a; @b]' }));
    const bare = [...text.matchAll(/\[([a-z0-9-]+)(?:,[^\][]*)?\]/g)].flatMap((match) => {
      const id = match[1] ?? '';
      return sources.has(id) ? [fault(entry, 'citation-syntax', at(match.index), { message: 'the citation has no @', fix: match[0].replace('[', '[@') })] : [];
    });
    return [...stray, ...bare];
  });
}

function draftSaying(id: string): { message: string; fix: string } {
  return { message: `“${id}” is a draft, and published pages do not lead to drafts`, fix: 'publish it first, or take this away' };
}

/** What a fault says of a former id. */
export function renamedSaying(id: string, now: string): { message: string; nearest: string } {
  return { message: `the term “${id}” is called “${now}” now`, nearest: now };
}

function isSlug(id: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
}
