/** What is said of voices, patches and letters. Pure. */
import type { Likeness, PatchRecord, Place, VoiceId } from './record.ts';

/** The voices, by what they are like: none of them is the font, so none has its name. */
export const VOICE_NAMES: Readonly<Record<VoiceId, string>> = { school: 'school hand', script: 'painted script', swash: 'swash letter' };

/** The layers, in both vocabularies. */
export const PLACE_NAMES: Readonly<Record<Place, { technical: string; creative: string }>> = {
  trunk: { technical: 'the trunk', creative: 'what kind of face it is' },
  picture: { technical: 'the first picture', creative: 'the rough shape of the letter' },
};

/** A share, as a reader reads it. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
/** A strength, likewise. */
export const times = (strength: number): string => `×\u00a0${Math.round(strength * 100) / 100}`;

/** How like the font the letters are, with and without. */
export function likenessSays(voice: VoiceId, now: Likeness | undefined, plain: Likeness): string {
  if (!now) return `Three patches lie on each other. How like the ${VOICE_NAMES[voice]} that comes out was not measured.`;
  const told = (kind: 0 | 1): string => `${percent(now[kind])} (${percent(plain[kind])} without a patch)`;
  return `Letters that the patch was shown share ${told(0)} of their ink with the ${VOICE_NAMES[voice]}. Letters that it was not shown: ${told(1)}.`;
}

/** Which letters of a word no patch was shown. */
export function strangersSay(text: string, shown: string): string {
  const letters = [...new Set(text.replaceAll(' ', ''))];
  const strangers = letters.filter((letter) => !shown.includes(letter));
  if (letters.length === 0) return '';
  if (strangers.length === 0) return 'Every letter of this word was shown to the patch.';
  if (strangers.length === letters.length) return 'No letter of this word was shown to the patch.';
  return `Not shown to the patch: ${strangers.map((letter) => `“${letter}”`).join(', ')}.`;
}

/** What the patches of all voices come to, over everything that was measured. */
export function sumUp({ voices, rank }: PatchRecord, place: Place): { shown: Likeness; other: Likeness } {
  const range = (of: (voice: PatchRecord['voices'][number]) => number): Likeness => {
    const values = voices.map(of);
    return [Math.min(...values), Math.max(...values)];
  };
  const gain = (kind: 'shown' | 'other', k: 0 | 1) => (voice: PatchRecord['voices'][number]): number => voice.ranks[place].find((each) => each.rank === rank)![kind] - voice.plain[k];
  return { shown: range(gain('shown', 0)), other: range(gain('other', 1)) };
}
