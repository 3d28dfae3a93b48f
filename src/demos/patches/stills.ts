/** One voice without its patch, with it, and with too much of it; another; and two at once. */
import { openPatches, setInStyle } from '../../models/open.ts';
import { pictureOf, theModel } from '../base/build.ts';
import { STILL, type Still } from '../base/stills.ts';
import { readWord } from '../base/words.ts';
import { figureOf, theRecord } from './figure.ts';
import { voiceIn } from './plan/record.ts';
import { times, VOICE_NAMES } from './plan/says.ts';
import { ask, codec, lay, strengthsOf, type PatchState } from './state.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(): Promise<Still[]> {
  const [{ decoder, manifest }, patcherOf, { start }] = await Promise.all([theModel(), openPatches(), figureOf()]);
  const { text, glyphs } = readWord('ga', manifest.glyphs);
  const print = (state: PatchState, says: string): Still => {
    const strengths = strengthsOf(state);
    const line = setInStyle(decoder, text, glyphs, Float32Array.from(voiceIn(theRecord(), state.voice).code), strengths && patcherOf(strengths));
    return { hash: codec.encode(state, start), says, picture: pictureOf(line, STILL, 'middle') };
  };
  const at = (strength: number): Still => print(lay(start, start.voice, strength), `${VOICE_NAMES[start.voice]} ${times(strength)}`);
  return [at(0), at(1), at(1.5), print(ask(start, 'script'), VOICE_NAMES.script), print(lay(start, 'swash', 1), 'two at once')];
}
