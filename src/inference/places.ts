/** The places where the decoder reads the code, and codes that differ from place to place. */

/**
 * Where the code is read, from first to last: by the two steps of the trunk and by the pictures of 4×4, 8×8 and 16×16 samples.
 * The last two read the finish, those before the bones.
 */
export const PLACES = 5;

/** How many of them, counted from the end, read the finish. */
export const FINISH_PLACES = 2;

/**
 * Crosses two codes over (style mixing; Karras et al., 2019): one code for each place, all of `early` but for the last places.
 * @param count at how many places, counted from the end, `late` is read: 0 gives `early` alone, `PLACES` the other one alone
 * @param out takes `PLACES` codes, one after another
 */
export function crossOver(early: Float32Array, late: Float32Array, count: number, out: Float32Array = new Float32Array(PLACES * early.length)): Float32Array {
  for (let place = 0; place < PLACES; place++) out.set(place < PLACES - count ? early : late, place * early.length);
  return out;
}
