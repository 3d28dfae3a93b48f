/** What machines and careful people want of a piece: JSON-LD, a citation, BibTeX. */
import type { Audience } from '../schemas/index.ts';
import { longDate } from './dates.ts';

/** The facts of a piece that these forms need. */
export interface PieceRecord {
  title: string;
  summary: string;
  /** `tutorial`, `essay` or `case study`. */
  kind: string;
  audience: Audience;
  level: string;
  minutes: number;
  authors: readonly string[];
  published: string;
  updated?: string | undefined;
  licence: string;
  /** Path below the site's base. */
  path: string;
  /** Full address, where the site's address is known. */
  url: string | undefined;
}

const LICENCES: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** schema.org `Article` or, for tutorials, `LearningResource` as well. */
export function pieceJsonLd(piece: PieceRecord): object {
  return {
    '@context': 'https://schema.org',
    '@type': piece.kind === 'tutorial' ? ['Article', 'LearningResource'] : 'Article',
    headline: piece.title,
    description: piece.summary,
    author: piece.authors.map((name) => ({ '@type': 'Organization', name })),
    datePublished: piece.published,
    dateModified: piece.updated ?? piece.published,
    license: LICENCES[piece.licence],
    timeRequired: `PT${piece.minutes}M`,
    inLanguage: 'en',
    ...(piece.kind === 'tutorial' ? { educationalLevel: piece.level } : {}),
    ...(piece.url ? { url: piece.url } : {}),
  };
}

/** A citation in running text. */
export function pieceCitation({ authors, title, published, updated, url }: PieceRecord): string {
  const where = url ? ` ${url}` : '';
  return `${authors.join(', ')}. “${title}.” Latent Commons, ${longDate(updated ?? published)}.${where}`;
}

/** A BibTeX entry. */
export function pieceBibtex({ authors, title, published, updated, url, path }: PieceRecord): string {
  const key = `latentcommons-${path.split('/').filter(Boolean).at(-1) ?? 'page'}`;
  const fields = [
    ['author', authors.map((name) => `{${name}}`).join(' and ')],
    ['title', title],
    ['year', (updated ?? published).slice(0, 4)],
    ['howpublished', 'Latent Commons'],
    ...(url ? [['url', url]] : []),
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}
