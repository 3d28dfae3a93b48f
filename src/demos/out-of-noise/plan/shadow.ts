/** The shadow of the space of codes on its two principal axes, found when the site is built. Pure. */
import { ATTRIBUTES, type AttributeName } from '../../../drawing/attributes.ts';
import type { Styles } from '../../../inference/styles.ts';
import type { Plane } from './plane.ts';

/** What an axis goes along with: an attribute, and how closely, from 0 to 1, over the styles of the map. */
export interface Meaning {
  attribute: AttributeName;
  r: number;
}

/** The picture of the shadow. */
export interface Shadow {
  plane: Plane;
  width: number;
  height: number;
  /** Standard deviation of the learned codes across and down, in units of the picture; their mean falls in its middle. */
  deviations: readonly [number, number];
  /** What there is more of to the right, and towards the top. */
  meanings: readonly [Meaning, Meaning];
  /** Share of all variance that lies along the two axes, 0 to 1. */
  share: number;
}

/** Rounds of the search for an axis; the codes’ axes are told apart long before. */
const ROUNDS = 400;
/** Stands in the table where an attribute could not be measured. */
const UNMEASURED = -1;
/** Standard deviations from the middle of the picture to its sides, and to its top and bottom. */
const REACH = { across: 3, up: 3.2 };

/** The shadow of the codes' Gaussian on the two eigenvectors of its covariance with the largest eigenvalues; both axes have one scale, so that nothing is stretched. */
export function shadowOf({ gaussian: { mean, chol }, codes, attributes, count }: Pick<Styles, 'gaussian' | 'codes' | 'attributes' | 'count'>, width: number): Shadow {
  const size = mean.length;
  const covariance = squareOf(chol, size);
  const total = Array.from({ length: size }, (_, i) => covariance[i * size + i]!).reduce((sum, value) => sum + value, 0);
  const found = [0, 1].map(() => {
    const { direction, value } = leading(covariance, size);
    // What is found is taken out, so that the next search finds the next.
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) covariance[i * size + j]! -= value * direction[i]! * direction[j]!;
    const along = Array.from({ length: count }, (_, row) => dot(direction, codes, row * size));
    const meaning = ATTRIBUTES.map((attribute, column) => ({ attribute, r: correlation(along, Array.from({ length: count }, (_, row) => attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED)) }))
      .reduce((most, each) => (Math.abs(each.r) > Math.abs(most.r) ? each : most));
    const sign = meaning.r < 0 ? -1 : 1;
    return { direction: direction.map((each) => each * sign), value, meaning: { ...meaning, r: Math.abs(meaning.r) } };
  });
  const [across, up] = found as [typeof found[0], typeof found[0]];
  const scale = width / (2 * REACH.across * Math.sqrt(across.value));
  const deviations = [Math.sqrt(across.value) * scale, Math.sqrt(up.value) * scale] as const;
  const height = Math.round(2 * REACH.up * deviations[1]);
  const axes = Float32Array.from([...across.direction.map((each) => each * scale), ...up.direction.map((each) => -each * scale)]);
  const origin = [width / 2 - dot(axes.subarray(0, size), mean, 0), height / 2 - dot(axes.subarray(size), mean, 0)] as const;
  return { plane: { origin, axes }, width, height, deviations, meanings: [across.meaning, up.meaning], share: (across.value + up.value) / total };
}

/** Which of some places can be marked so that no two marks come nearer to each other than `gap`: the first that has room, in their order. */
export function spaced(places: readonly (readonly [number, number])[], gap: number): number[] {
  return places.reduce<number[]>((kept, [x, y], i) => (kept.every((k) => Math.hypot(places[k]![0] - x, places[k]![1] - y) >= gap) ? [...kept, i] : kept), []);
}

function squareOf(chol: Float32Array, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += chol[i * size + k]! * chol[j * size + k]!;
      square[i * size + j] = square[j * size + i] = sum;
    }
  }
  return square;
}

/** The eigenvector of the largest eigenvalue, by power iteration. */
function leading(matrix: Float64Array, size: number): { direction: Float64Array; value: number } {
  // Any start will do that has some of the axis in it; this one has a little of everything.
  let direction = Float64Array.from({ length: size }, (_, i) => 1 + (i % 7) / 7);
  let value = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) next[i]! += matrix[i * size + j]! * direction[j]!;
    value = Math.hypot(...next);
    direction = value > 0 ? next.map((each) => each / value) : next;
  }
  return { direction, value };
}

function dot(direction: ArrayLike<number>, codes: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < direction.length; i++) sum += direction[i]! * codes[at + i]!;
  return sum;
}

/** Pearson's correlation, over the rows that could be measured. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const rows = a.map((_, i) => i).filter((i) => b[i] !== UNMEASURED);
  const meanOf = (values: readonly number[]): number => rows.reduce((sum, i) => sum + values[i]!, 0) / rows.length;
  const [ma, mb] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const i of rows) {
    const [da, db] = [a[i]! - ma, b[i]! - mb];
    [ab, aa, bb] = [ab + da * db, aa + da * da, bb + db * db];
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
