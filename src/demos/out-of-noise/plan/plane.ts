/** A flat picture of the space of codes, as the page needs it: where codes fall on it, and how far out they lie in the space itself. Pure. */

/** Two numbers of the picture are two sums over the numbers of a code. */
export interface Plane {
  /** Where the code of nothing but zeros falls. */
  origin: readonly [x: number, y: number];
  /** What each number of a code adds across, then what each adds down. [2, code] */
  axes: Float32Array;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where a code falls, to a tenth. `at` is where it begins in a table of codes. */
export function placeOf({ origin: [x, y], axes }: Plane, codes: Float32Array, at = 0): [x: number, y: number] {
  const size = axes.length / 2;
  let [across, down] = [x, y];
  for (let i = 0; i < size; i++) {
    across += axes[i]! * codes[at + i]!;
    down += axes[size + i]! * codes[at + i]!;
  }
  return [tenth(across), tenth(down)];
}

/** Path data of a way on the picture, a line through all its codes. */
export function trackOf(plane: Plane, path: Float32Array): string {
  const size = plane.axes.length / 2;
  return `M${Array.from({ length: path.length / size }, (_, i) => placeOf(plane, path, i * size).join(' ')).join('L')}`;
}

/** A plane as text, exact to a tenth of the picture's units for any code one meets. */
export function writePlane({ origin, axes }: Plane): string {
  return [...origin, ...axes].map((value) => Number(value.toPrecision(5))).join(' ');
}

/** Reads what `writePlane` wrote. */
export function readPlane(text: string): Plane {
  const [x = 0, y = 0, ...axes] = text.split(' ').map(Number);
  return { origin: [x, y], axes: Float32Array.from(axes) };
}

/**
 * How far out a code lies: its distance from the mean in standard deviations, root mean square over all directions of the space. Over the
 * styles of which mean and covariance are known the squares of it are 1 on average.
 */
export function farOut({ mean, chol }: { mean: Float32Array; chol: Float32Array }, z: Float32Array): number {
  const size = mean.length;
  const whitened = new Float64Array(size);
  let sum = 0;
  // Forward substitution: what the lower triangle would have to be multiplied by to give the code.
  for (let i = 0; i < size; i++) {
    let left = z[i]! - mean[i]!;
    for (let k = 0; k < i; k++) left -= chol[i * size + k]! * whitened[k]!;
    whitened[i] = left / chol[i * size + i]!;
    sum += whitened[i]! ** 2;
  }
  return Math.sqrt(sum / size);
}
