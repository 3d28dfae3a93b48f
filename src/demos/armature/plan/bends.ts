/** How the bends of a letter are said. Pure. */

/** A bend with its unit: added weight in cap heights, lean in degrees, stretch as a factor. */
export function saidBend(which: number, value: number): string {
  const sign = value < 0 ? '−' : '+';
  if (which === 0) return Math.abs(value) < 5e-4 ? 'as drawn' : `${sign}${Math.abs(2 * value).toFixed(2)} cap`;
  if (which === 1) return value === 0 ? 'as drawn' : `${value < 0 ? '−' : ''}${Math.abs(value)}°`;
  return Math.abs(value - 1) < 5e-4 ? 'as drawn' : `× ${value.toFixed(2)}`;
}
