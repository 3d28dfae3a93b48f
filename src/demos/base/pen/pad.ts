/** Where the pad lies in the space of letters. Pure. */

/** A square of the plane of letters, in cap heights: its left and top edge, and its side. */
export const PAD = { left: -0.825, top: 1.2, side: 1.65 } as const;
/** Width of the pen, in cap heights. */
export const NIB = 0.13;
/** Heights at which lines are ruled: the top of capitals, of most small letters, the baseline, and where descenders end. */
export const RULES = [['cap height', 1], ['x-height', 0.73], ['baseline', 0], ['descender', -0.28]] as const;

/** A place of a pad of this size in CSS pixels, in cap heights. */
export function placeOn(x: number, y: number, size: number): readonly [x: number, y: number] {
  return [PAD.left + (x / size) * PAD.side, PAD.top - (y / size) * PAD.side];
}

/** Share of the pad's height from its top to a height. */
export const shareDown = (y: number): number => (PAD.top - y) / PAD.side;
