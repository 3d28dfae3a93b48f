/** Blends two SVG paths that have the same commands in the same order. Runs at build time and in the page. */

const NUMBER = /-?\d+(?:\.\d+)?/g;

/**
 * The path a share `t` of the way from `a` to `b`, in whole units.
 * @param t 0 gives `a`, 1 gives `b`
 */
export function blendPaths(a: string, b: string, t: number): string {
  const other = b.match(NUMBER) ?? [];
  let i = 0;
  return a.replace(NUMBER, (value) => {
    const from = Number(value);
    const to = Number(other[i++] ?? value);
    return String(Math.round(from + (to - from) * t));
  });
}

/**
 * How far a plate lies from its register at `t`, in the drawing's units: nothing where both agree, most at the ends.
 * @param reach distance at the ends
 */
export function offRegister(t: number, reach: number): number {
  return Math.round((0.5 - t) * 2 * reach * 10) / 10;
}
