/** Words as the glossary sees them: one tokeniser for labels and for prose, so that both split alike. */

/** A word of a text and what stands before it. Offsets are UTF-16 units, as in `slice`. */
export interface Word {
  start: number;
  end: number;
  /** As written. */
  raw: string;
  /** Lower case, composed (NFC), with straight apostrophes. */
  folded: string;
  /** Between this word and the one before: ' ' for white space on at most two lines, '-' for a hyphen, else the text itself. */
  glue: string;
}

// Apostrophes join letters (“don’t” holds no “don”); dashes longer than a hyphen part words.
const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’ʼ][\p{L}\p{N}\p{M}_]+)*/gu;
const SPACE = /^[^\S\n]*\n?[^\S\n]*$/;
const HYPHEN = /^[-\u2010\u2011]$/;
const PLAIN = /^[a-z0-9]*$/;

/** Lower case, composed form, straight apostrophes: what makes two spellings one word. */
export function fold(word: string): string {
  return PLAIN.test(word) ? word : word.normalize('NFC').replace(/[’ʼ]/g, "'").toLowerCase();
}

/** The words of a text, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    found.push({ start, end: start + raw.length, raw, folded: fold(raw), glue: glue(text.slice(last, start)) });
    last = start + raw.length;
  }
  return found;
}

function glue(between: string): string {
  if (between === ' ') return between;
  if (HYPHEN.test(between)) return '-';
  return between !== '' && SPACE.test(between) ? ' ' : between;
}

/**
 * The step from one word to the next in an index of labels. A space and a hyphen are one step, so
 * that “in-betweening” and “in betweening” are one label; any other mark must be in both.
 */
export function step(word: string, joinedBy: string): string {
  return joinedBy === ' ' || joinedBy === '-' ? word : joinedBy + word;
}

/** Length in UTF-16 units of `word` without its possessive “’s”, or 0 when it has none. */
export function stemLength(word: string): number {
  return /['’ʼ][sS]$/.test(word) ? word.length - 2 : 0;
}

/** Whether a word is written with capitals that carry meaning: FID, LoRA, ControlNet, GANs. */
export function isCased(word: string): boolean {
  return /.\p{Lu}/u.test(word);
}

/**
 * English plural of a label by the regular rules, on its last word; irregular ones are aliases.
 * @returns undefined where the rules give no word: a label that ends in a figure or in “-ics”
 */
export function plural(label: string): string | undefined {
  if (!/\p{L}$/u.test(label) || /ics$/.test(label)) return undefined;
  const last = /[\p{L}\p{N}\p{M}]+$/u.exec(label)?.[0] ?? '';
  if (isCased(last) || /^\p{Lu}$/u.test(last)) return `${label}s`;
  if (/(?:s|x|z|ch|sh)$/i.test(label)) return `${label}es`;
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return `${label}s`;
}
