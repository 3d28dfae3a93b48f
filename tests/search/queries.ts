/** Reads the scored queries. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** The kinds of query, in the order they are printed. */
export const kinds = ['exact', 'alias', 'misspelling', 'cross', 'wrong-side', 'multi-word', 'question'] as const;
export type Kind = (typeof kinds)[number];

/** A query and what it should find. */
export interface Query {
  kind: Kind;
  q: string;
  /** Grade by path below the site's base: `glossary/lora/`. */
  want: ReadonlyMap<string, number>;
}

const query = z.strictObject({
  q: z.string().trim().min(1),
  want: z.record(z.string(), z.number().int().min(1).max(3)),
  from: z.string().optional(),
});
const file = z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, z.array(query).min(1)])) as Record<Kind, z.ZodArray<typeof query>>);

/** Every query of `queries.yaml`. Throws where the file has another form. */
export function readQueries(): Query[] {
  const sets = file.parse(parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')));
  return kinds.flatMap((kind) => sets[kind].map(({ q, want }) => ({ kind, q, want: new Map(Object.entries(want).map(([name, grade]) => [pathOf(name), grade])) })));
}

const pathOf = (name: string): string => (name.startsWith('/') ? name.slice(1) : `glossary/${name}/`);
