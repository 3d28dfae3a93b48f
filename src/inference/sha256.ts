/**
 * SHA-256 (FIPS 180-4). `crypto.subtle` has it too, but only on secure origins, and the site is also read from a plain address
 * in one's own network.
 */

/** The fractional parts of the roots of the first primes, as the standard defines its constants. */
function constants(count: number, root: number): Int32Array {
  const found = new Int32Array(count);
  for (let n = 2, have = 0; have < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) prime &&= n % d !== 0;
    if (prime) found[have++] = (n ** (1 / root) % 1) * 2 ** 32;
  }
  return found;
}

const start = constants(8, 2);
const rounds = constants(64, 3);

/** The hash of some bytes: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // The message, a single set bit, zeros, and its length in bits, filling whole blocks.
  const blocks = Math.ceil((bytes.length + 9) / 64) * 64;
  const message = new Uint8Array(blocks);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(blocks - 8, bytes.length / 2 ** 29);
  view.setUint32(blocks - 4, bytes.length << 3);
  const h = start.slice();
  const w = new Int32Array(64);
  for (let at = 0; at < blocks; at += 64) digest(h, w, view, at);
  h.forEach((word, i) => view.setInt32(i * 4, word));
  return message.subarray(0, 32);
}

function digest(h: Int32Array, w: Int32Array, block: DataView, at: number): void {
  const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
  for (let i = 0; i < 64; i++) {
    if (i < 16) w[i] = block.getInt32(at + i * 4);
    else {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      w[i] = w[i - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    const one = (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    k = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, k].forEach((word, i) => (h[i] = h[i]! + word));
}
