/** Scores by kind of query, as a table, and against the committed floor. Pure but for reading the floor. */
import { readFileSync } from 'node:fs';
import { mean, score, type Scores } from './metrics.ts';
import { kinds, type Kind, type Query } from './queries.ts';

/** Scores by kind, and of all queries. */
export type Report = Readonly<Record<Kind | 'all', Scores>>;

/** What no kind may fall below; for zero results, what it may not rise above. */
export type Floor = Readonly<Record<Kind | 'all', Partial<Scores>>>;

/** Scores a run. */
export function report(queries: readonly Query[], answers: readonly (readonly string[])[]): Report {
  const scores = queries.map(({ want }, i) => score(answers[i] ?? [], want));
  const of = (kind: Kind): Scores => mean(scores.filter((_, i) => queries[i]?.kind === kind));
  return { ...(Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, Scores>), all: mean(scores) };
}

/** The floor that is committed beside this file. */
export function readFloor(): Floor {
  // Written by hand, by people who have just read the table.
  return JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8')) as Floor;
}

/** Where a run is below the floor, in sentences. */
export function belowFloor(run: Report, floor: Floor): string[] {
  return ([...kinds, 'all'] as const).flatMap((kind) =>
    Object.entries(floor[kind]).flatMap(([name, limit]) => {
      const got = run[kind][name as keyof Scores];
      const fails = name === 'zero' ? got > limit : got < limit;
      return fails ? [`${kind}: ${name} ${got.toFixed(3)}, the floor is ${limit}`] : [];
    }),
  );
}

/** A table of one or two runs. */
export function table(queries: readonly Query[], runs: Readonly<Record<string, Report>>): string {
  const names: [keyof Scores, string][] = [['mrr', 'MRR@10'], ['ndcg', 'nDCG@10'], ['recall', 'recall@5'], ['zero', 'zero']];
  const lines = [['kind', 'queries', 'engine', ...names.map(([, title]) => title)]];
  for (const kind of [...kinds, 'all'] as const) {
    const count = kind === 'all' ? queries.length : queries.filter((each) => each.kind === kind).length;
    Object.entries(runs).forEach(([engine, run], i) => {
      lines.push([i === 0 ? kind : '', i === 0 ? String(count) : '', engine, ...names.map(([name]) => (name === 'zero' ? `${(run[kind].zero * 100).toFixed(1)} %` : run[kind][name].toFixed(3)))]);
    });
  }
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => (column === 0 || column === 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
