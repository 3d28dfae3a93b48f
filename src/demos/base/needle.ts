/** Needles on scales that run in deviations from the mean of the real typefaces. */

/** Deviations to either side of the scale's middle. */
const ENDS = 3.5;

/** The place of a value on the scale, in per cent of its width; values beyond the ends stand at them. */
export function placeOf(value: number | undefined): string {
  const share = ((value ?? 0) / ENDS + 1) / 2;
  return `${(Math.min(Math.max(share, 0.02), 0.98) * 100).toFixed(2)}%`;
}

/** Moves a needle of a row to a value; one that could not be measured is hidden. */
export function pointNeedle(row: ParentNode | null, needle: string, value: number | undefined): void {
  const mark = row?.querySelector(`[data-needle="${needle}"]`);
  mark?.setAttribute('x', placeOf(value));
  mark?.setAttribute('visibility', value === undefined ? 'hidden' : 'visible');
}
