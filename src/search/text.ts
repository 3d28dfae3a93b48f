/** Words as search compares them: without case, accents, plurals and the two ways of spelling English. Pure. */

/** Words that carry no subject: they stand in every question and in every text. */
const STOP = new Set(
  ('a about after all am an and any are as at be because been before being but by can could did do does doing done for from get gets getting give go goes had has ' +
    'have having he her here him his how i if in instead into is it its just keep know let like make makes making many may me might more most much must my need no not now of off on one ' +
    'only or other our out over own past really she should so some still such than that the their them then there these they thing things this those through to too ' +
    'up us use used using very want was way we were what whats when where which while who why will with without would you your').split(' '),
);

/** Lower case, no accents, no possessive “’s”; whatever is neither letter nor digit is a space. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]s(?![\p{L}\p{N}])/gu, '')
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function wordsIn(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** A folded word in the singular and in one spelling (colour and color, memorise and memorize are one word each). */
export function baseForm(word: string): string {
  let base = word;
  if (base.length > 4 && base.endsWith('ies')) base = `${base.slice(0, -3)}y`;
  else if (base.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2);
  else if (base.length > 3 && base.endsWith('s') && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.length > 4) base = base.replace(/our$/, 'or').replace(/our(?=(?:ed|ing)$)/, 'or');
  return base.length > 5 ? base.replace(/is(?=(?:e|ed|er|ing|ation)$)/, 'iz') : base;
}

/**
 * A folded word cut to what its forms have in common: truncate, truncated, truncating and truncation are one stem. Lighter than
 * Porter’s algorithm (1980), whose deeper cuts would make one word of a sampler and a sample.
 */
export function stem(word: string): string {
  const root = rootOf(word);
  return ALIKE.get(root) ?? root;
}

function rootOf(word: string): string {
  let base = baseForm(word);
  const cut = (pattern: RegExp, by = ''): boolean => {
    const next = base.replace(pattern, by);
    // What is left has to be a word still: three letters, one of them a vowel.
    if (next === base || next.length < 3 || !/[aeiouy]/.test(next)) return false;
    base = next;
    return true;
  };
  if (base.length > 5) cut(/ly$/);
  if (base.length > 6) cut(/ness$/);
  if (cut(/ization$/, 'iz') || cut(/ation$/, 'at') || cut(/tion$/, 't') || cut(/sion$/, 's')) return base;
  if (cut(/(?:ing|ed)$/) && /([bdfgmnprt])\1$/.test(base)) base = base.slice(0, -1);
  if (base.length > 3) cut(/e$/);
  return base.length > 3 ? base.replace(/y$/, 'i') : base;
}

/** Everyday words that stand for one another in questions. No term of the glossary hangs on the difference. */
const ALIKE = new Map(
  [
    'picture image photo photograph pic', 'same identical alike', 'vary variety various variation different difference diverse diversity', 'repeat again replicate', 'video movie footage',
    'draw sketch', 'mix blend merge combine', 'smooth gradual', 'edge border', 'extend expand', 'watch track tracker spy cookie analytics', 'correct mistake error wrong typo fix',
    'judge rate assess evaluate evaluation', 'start begin beginner initial', 'teach teacher classroom lesson student', 'person people human', 'strong strength', 'slider knob dial fader',
    'strange weird odd creepy eerie unsettling', 'fast quick speed', 'small tiny little', 'big large huge',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(rootOf);
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** The stems of a text’s subject words, each once, in order; of all its words where it has nothing but stop words. */
export function stemsIn(text: string): string[] {
  const all = wordsIn(text);
  const subjects = all.filter((word) => !STOP.has(word));
  return [...new Set((subjects.length > 0 ? subjects : all).map(stem))];
}

/** Whether a folded word is one of those that carry no subject. */
export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

/** The form in which two labels are compared: base forms, joined by single spaces. */
export function labelForm(text: string): string {
  return wordsIn(text).map(baseForm).join(' ');
}
