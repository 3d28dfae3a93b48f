/** How often the lines between two banks cross. */

/** A line by the rows of its two ends, counted from 0. */
export interface RowPair {
  left: number;
  right: number;
}

/**
 * Counts the pairs of lines that cross, however the curves between the banks are drawn. Lines that share an end do not cross.
 * Sorted by their left ends, crossings are the inversions of their right ends, which a Fenwick tree counts in O(n log n), as in
 * Barth, Jünger and Mutzel's “Simple and Efficient Bilayer Cross Counting” (2004).
 */
export function countCrossings(lines: readonly RowPair[]): number {
  const sorted = [...lines].sort((a, b) => a.left - b.left || a.right - b.right);
  const rows = Math.max(0, ...sorted.map(({ right }) => right + 1));
  const tree = new Array<number>(rows + 1).fill(0);
  let crossings = 0;
  sorted.forEach(({ right }, before) => {
    let notBelow = 0;
    for (let at = right + 1; at > 0; at -= at & -at) notBelow += tree[at] ?? 0;
    crossings += before - notBelow;
    for (let at = right + 1; at <= rows; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  });
  return crossings;
}
