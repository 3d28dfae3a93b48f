/** Where the siblings lie: their files' addresses, and that of what was measured of them. */
import type { SiblingId } from '../../models/mirrors/record.ts';
import type { ModelUrls } from '../base/engine.ts';
import displayDecoder from '../../models/mirrors/display/decoder.bin?url';
import displayManifest from '../../models/mirrors/display/manifest.json?url';
import displayStyles from '../../models/mirrors/display/styles.bin?url';
import record from '../../models/mirrors/mirror.json?url';
import randomDecoder from '../../models/mirrors/random/decoder.bin?url';
import randomManifest from '../../models/mirrors/random/manifest.json?url';
import randomStyles from '../../models/mirrors/random/styles.bin?url';
import serifDecoder from '../../models/mirrors/serif/decoder.bin?url';
import serifManifest from '../../models/mirrors/serif/manifest.json?url';
import serifStyles from '../../models/mirrors/serif/styles.bin?url';
import wholeDecoder from '../../models/mirrors/whole/decoder.bin?url';
import wholeManifest from '../../models/mirrors/whole/manifest.json?url';
import wholeStyles from '../../models/mirrors/whole/styles.bin?url';

/** Addresses of each sibling's files. */
export const siblingUrls: Readonly<Record<SiblingId, ModelUrls>> = {
  whole: { manifest: wholeManifest, decoder: wholeDecoder, styles: wholeStyles },
  random: { manifest: randomManifest, decoder: randomDecoder, styles: randomStyles },
  serif: { manifest: serifManifest, decoder: serifDecoder, styles: serifStyles },
  display: { manifest: displayManifest, decoder: displayDecoder, styles: displayStyles },
};

/** Address of `mirror.json`. */
export const recordUrl = record;
