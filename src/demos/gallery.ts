/** What the list of demonstrations shows of each: its stills, and what it loads beyond the model that all of them share. Runs in Node only. */
import { stills as armature } from './armature/stills.ts';
import { stills as attention } from './attention/stills.ts';
import type { Still } from './base/stills.ts';
import { stills as directions } from './directions/stills.ts';
import { stills as letterformMap } from './letterform-map/stills.ts';
import { stills as loop } from './loop/stills.ts';
import { figureOf as mirrorFigure } from './mirror/figure.ts';
import { stills as mirror } from './mirror/stills.ts';
import { stills as mixing } from './mixing/stills.ts';
import { figureOf as noiseFigure } from './out-of-noise/figure.ts';
import { stills as outOfNoise } from './out-of-noise/stills.ts';
import { stills as pace } from './pace/stills.ts';
import { figureOf as patchesFigure } from './patches/figure.ts';
import { stills as patches } from './patches/stills.ts';
import { stills as regions } from './regions/stills.ts';
import type { DemoId } from './registry.ts';
import { stills as restraint } from './restraint/stills.ts';
import { figureOf as workshopFigure } from './workshop/figure.ts';
import { stills as workshop } from './workshop/stills.ts';

/** A demonstration in the list. */
export interface Exhibit {
  stills: (title: string) => Promise<Still[]>;
  /** What else it loads, and how much that is, in words: “the prior, 0.2 MB”. */
  more?: () => Promise<string>;
  /** What it loads instead of the model of the site, likewise. */
  own?: () => Promise<string>;
}

const prior = async (): Promise<string> => `the prior, ${(await noiseFigure()).sizes.prior}`;

/** Every demonstration. */
export const gallery: Readonly<Record<DemoId, Exhibit>> = {
  armature: { stills: armature },
  attention: { stills: attention, more: prior },
  directions: { stills: directions },
  'letterform-map': { stills: letterformMap },
  loop: { stills: loop },
  mirror: { stills: mirror, own: async () => `two models of its own, ${(await mirrorFigure()).size}` },
  mixing: { stills: mixing },
  'out-of-noise': { stills: outOfNoise, more: prior },
  pace: { stills: pace, more: prior },
  patches: { stills: patches, more: async () => `six patches, ${(await patchesFigure()).more}` },
  regions: { stills: regions },
  restraint: { stills: restraint },
  workshop: { stills: workshop, more: async () => `the prior and a reader, ${(({ sizes }) => `${sizes.prior} and ${sizes.reader}`)(await workshopFigure())}` },
};
