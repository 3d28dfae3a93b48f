/** What is said about a fit: all of it measured. Pure. */

/** A share with two digits, as it is printed everywhere. */
export const share = (value: number): string => value.toFixed(2);

/** What a fit is known by. */
export interface Said {
  letter: string;
  /** Whether it was drawn by hand. */
  drawn: boolean;
  strength: number;
  overlap: number;
  remote: number;
  /** Mean overlap of the letters that it was not shown with those that they should have been, where that is known. */
  unseen?: number | undefined;
  /** What is seen of the alphabet, measured from outlines. */
  reading: string;
}

/** How far a code lies from the ordinary, in words: styles of the distribution lie near 1. */
export function farness(remote: number): string {
  if (remote < 0.05) return 'the mean of all styles';
  return remote < 0.75 ? 'nearer to the mean than a usual style' : remote < 1.25 ? 'as far from the mean as a usual style' : `${remote.toFixed(1)} times as far from the mean as a usual style`;
}

/** Two or three sentences. */
export function reportOf({ letter, drawn, strength, overlap, remote, unseen, reading }: Said): string {
  const common = strength === 0
    ? `At strength 0 the letter to follow is not looked at: the mean of all styles overlaps it by ${share(overlap)} as it happens.`
    : `At strength ${share(strength)} the ${drawn ? 'drawn ' : ''}${letter} and the model’s have ${share(overlap)} of their ink in common; the code lies ${remote < 0.05 ? 'at the mean of all styles' : farness(remote)}.`;
  const others = unseen === undefined ? '' : ` The letters it was not shown overlap those of the same face by ${share(unseen)} on average.`;
  return `${common}${others} The alphabet: ${reading}.`;
}
