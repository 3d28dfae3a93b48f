/** Sets letters side by side: where each one's window lies on the line. */

/**
 * Sets `text` by its advances alone and says where the middle of each letter lies, in cap heights from the start of the
 * line. Spaces move the pen and have no place of their own: `advances` and `centres` hold one entry for each other
 * character, in the order of the text.
 * @param space advance of a space, in cap heights
 * @param centres overwritten; as long as the letters are many
 * @returns the length of the line, in cap heights
 */
export function setLine(text: string, advances: ArrayLike<number>, space: number, centres: Float32Array): number {
  let pen = 0;
  let letter = 0;
  for (const char of text) {
    if (char === ' ') {
      pen += space;
      continue;
    }
    const advance = advances[letter] ?? 0;
    centres[letter] = pen + advance / 2;
    pen += advance;
    letter++;
  }
  return pen;
}
