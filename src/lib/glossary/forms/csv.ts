/** The glossary for spreadsheets: one table of terms, one of bridges (RFC 4180, UTF-8, a header line). */
import type { Relation } from '../../../schemas/index.ts';
import { relationOrder } from '../graph.ts';
import type { Addresses } from './addresses.ts';
import type { Glossary } from './skos.ts';

type Row = readonly (string | undefined)[];

const TERM_COLUMNS = [
  'id', 'term', 'side', 'plain', 'aliases', 'misspellings', 'topics', 'broader', 'related', ...relationOrder,
  'references', 'usage', 'formerly', 'published', 'updated', 'address',
] as const;
const BRIDGE_COLUMNS = ['technical', 'technical term', 'relation', 'creative', 'creative term', 'breaks', 'say to makers', 'say to engineers', 'address'] as const;

/**
 * One row for each term, by id. A cell with several values has `; ` between them; terms and sources are named by id, and each
 * relation has a column of its own with the ids it leads to.
 */
export function termsCsv({ terms, graph }: Glossary, addresses: Addresses): string {
  const across = (id: string, relation: Relation): string => list(graph.bridgesOf(id).flatMap((bridge) => (bridge.relation === relation ? [bridge.to] : [])));
  const rows = [...terms].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, data }): Row => [
    id, data.term, data.side, data.plain, list(data.aliases), list(data.misspellings), list(data.topics), list(graph.broaderOf(id)), list(graph.relatedOf(id)),
    ...relationOrder.map((relation) => across(id, relation)),
    list(data.references), data.usage, list(data.formerly), data.published, data.updated, addresses.of(`/glossary/${id}/`),
  ]);
  return table(TERM_COLUMNS, rows);
}

/** One row for each bridge, seen from its technical end, closest relation first. */
export function bridgesCsv({ terms, graph }: Glossary, addresses: Addresses): string {
  const names = new Map(terms.map(({ id, data }) => [id, data.term]));
  const rows = graph.bridges.map(({ from, to, relation, breaks, sayToMakers, sayToEngineers }): Row => [
    from, names.get(from), relation, to, names.get(to), breaks, sayToMakers, sayToEngineers, addresses.bridge(from, to),
  ]);
  return table(BRIDGE_COLUMNS, rows);
}

function table(columns: Row, rows: readonly Row[]): string {
  // No byte order mark: it would become part of the first column's name for most programs that are not a spreadsheet.
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value = ''): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function list(values: readonly string[]): string {
  return values.join('; ');
}
