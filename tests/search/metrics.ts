/**
 * How good an ordered list of results is, against graded wants. Grades: 3 the answer, 2 a good answer, 1 a help on the way, 0 neither.
 * MRR and recall count what is good; nDCG weighs everything (Järvelin and Kekäläinen 2002, with gains of 2^grade − 1). Pure.
 */

/** Grade from which a result counts as found. */
export const GOOD = 2;

/** The measures of one query or of many, each between 0 and 1. */
export interface Scores {
  /** Reciprocal rank of the first good result among the first ten. */
  mrr: number;
  /** Discounted gain of the first ten, as a part of the best possible. */
  ndcg: number;
  /** Good results among the first five, as a part of those there are, five at most. */
  recall: number;
  /** Whether nothing was found at all: for many queries, how often. */
  zero: number;
}

/**
 * Scores one list.
 * @param results names in order
 * @param want grade by name; a name without one has grade 0
 */
export function score(results: readonly string[], want: ReadonlyMap<string, number>): Scores {
  const grades = results.map((name) => want.get(name) ?? 0);
  const first = grades.slice(0, 10).findIndex((grade) => grade >= GOOD);
  const wanted = [...want.values()].sort((a, b) => b - a);
  const good = wanted.filter((grade) => grade >= GOOD).length;
  const found = grades.slice(0, 5).filter((grade) => grade >= GOOD).length;
  const ideal = gain(wanted.slice(0, 10));
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: ideal === 0 ? 0 : gain(grades.slice(0, 10)) / ideal,
    recall: good === 0 ? 0 : found / Math.min(good, 5),
    zero: results.length === 0 ? 1 : 0,
  };
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** The means of many; all 0 for none. */
export function mean(all: readonly Scores[]): Scores {
  const of = (name: keyof Scores): number => all.reduce((sum, each) => sum + each[name], 0) / Math.max(1, all.length);
  return { mrr: of('mrr'), ndcg: of('ndcg'), recall: of('recall'), zero: of('zero') };
}
