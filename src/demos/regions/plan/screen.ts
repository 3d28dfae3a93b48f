/** The mask as it is drawn over the word: its boundary, the band of its feather, and a screen of two inks behind the letters. Pure. */
import type { Box, Fit } from '../../base/draw.ts';
import { shareOf, type Mask, type Spot } from './mask.ts';

/** Proportions of the box the word stands in, and the units of what is drawn over it. */
export const BOX = { width: 1296, height: 400 } as const;
/** Distance between two dots of the screen, and the size of the largest, in units of the box. */
const [PITCH, DOT] = [36, 7];
/** Dots smaller than this are left out. */
const FAINT = 0.8;

/** A place of the line in the box. */
export function toBox([x, y]: Spot, { cap, x: left, baseline }: Fit): Spot {
  return [left + x * cap, baseline - y * cap];
}

/** A place of the box on the line. */
export function toLine([x, y]: Spot, { cap, x: left, baseline }: Fit): Spot {
  return [(x - left) / cap, (baseline - y) / cap];
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** The line on which the mask is so deep: 0 on its boundary, half a feather to either side at the ends of the band. Path data in units of the box. */
export function contourOf(mask: Mask, depth: number, fit: Fit): string {
  const { shape, x, y, angle, size } = mask;
  if (shape === 'pool') {
    const radius = (size - depth) * fit.cap;
    if (radius <= 0) return '';
    const [cx, cy] = toBox([x, y], fit);
    const r = short(radius);
    return `M${short(cx - radius)} ${short(cy)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0 ${short(-2 * radius)} 0z`;
  }
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Long enough to leave the box on both sides, wherever it stands.
  const long = (2 * (BOX.width + BOX.height)) / fit.cap;
  const ends = [-long, long].map((along) => toBox([x + depth * cos - along * sin, y + depth * sin + along * cos], fit).map(short).join(' '));
  return `M${ends.join('L')}`;
}

/** The screen: blue squares as large as A’s share of their place, red dots as large as B’s. Path data in units of the box. */
export function screenOf(mask: Mask, fit: Fit, { width, height }: Box = BOX): { a: string; b: string } {
  const share = shareOf(mask);
  const paths = { a: '', b: '' };
  // As many whole rows as there is room for, the rest shared out above and below.
  for (let y = ((height % PITCH) + PITCH) / 2; y < height - DOT / 2; y += PITCH) {
    for (let x = PITCH / 2; x < width; x += PITCH) {
      const [px, py] = toLine([x, y], fit);
      const part = share(px, py);
      const [square, dot] = [DOT * Math.sqrt(1 - part), DOT * Math.sqrt(part)];
      if (square > FAINT) paths.a += `M${short(x - square / 2)} ${short(y - square / 2)}h${short(square)}v${short(square)}h${short(-square)}z`;
      if (dot > FAINT) paths.b += `M${short(x - dot / 2)} ${y}a${short(dot / 2)} ${short(dot / 2)} 0 1 0 ${short(dot)} 0a${short(dot / 2)} ${short(dot / 2)} 0 1 0 ${short(-dot)} 0z`;
    }
  }
  return paths;
}

/** Everything drawn over the word, by the names of its parts. */
export function overlayOf(mask: Mask, fit: Fit): { paths: Record<'screen-a' | 'screen-b' | 'edge' | 'near' | 'far', string> } {
  const { a, b } = screenOf(mask, fit);
  const soft = mask.feather > 0;
  return { paths: { 'screen-a': a, 'screen-b': b, edge: contourOf(mask, 0, fit), near: soft ? contourOf(mask, -mask.feather / 2, fit) : '', far: soft ? contourOf(mask, mask.feather / 2, fit) : '' } };
}
