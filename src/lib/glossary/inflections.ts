/** Other forms of a term that prose uses for it: “truncated” for “truncation”. Guesses, good enough to ask a writer. */
import { findLabels } from './find-terms.ts';
import type { TermEntry, TermIndex } from './term-index.ts';
import { fold, isCased } from './words.ts';

/** Shorter words are too likely to be something else. */
const SHORTEST = 4;

/**
 * Forms of the glossary's one-word labels, folded, with the ids of the entries they may mean. Plurals are labels already; words
 * written with capitals that matter have no forms, and everyday words would have too many.
 */
export function inflectionIndex(terms: readonly TermEntry[], index: TermIndex): Map<string, readonly string[]> {
  const forms = new Map<string, Set<string>>();
  for (const { id, data } of terms) {
    if (data.everyday) continue;
    for (const label of [data.term, ...data.aliases]) {
      for (const form of inflections(label)) forms.set(form, (forms.get(form) ?? new Set()).add(id));
    }
  }
  const free = [...forms].filter(([form]) => form.length >= SHORTEST && findLabels(form, index).length === 0);
  return new Map(free.map(([form, ids]) => [form, [...ids].sort()]));
}

/**
 * Verb forms that English makes of a noun, and of the verb a noun was made from, by the regular rules. Some of them are no
 * words; those never occur.
 */
export function inflections(label: string): string[] {
  const word = fold(label.trim());
  if (!/^[a-z]+$/.test(word) || isCased(label)) return [];
  const verbs = [...rules.flatMap(([ending, verb]) => (ending.test(word) ? [word.replace(ending, verb)] : [])), word];
  return [...new Set(verbs.flatMap((verb) => [verb, ...conjugated(verb)]))].filter((form) => form !== word);
}

/** From noun to verb. */
const rules: readonly (readonly [ending: RegExp, verb: string])[] = [
  [/(?<=i[sz])ation$/, 'e'], // tokenisation: tokenise
  [/(?<=at)ion$/, 'e'], // truncation: truncate
  [/(?<=us)ion$/, 'e'], // diffusion: diffuse
  [/(?<=ss|ct|rt|pt)ion$/, ''], // compression: compress
  [/(?<=[^aeiou])ing$/, ''], // inpainting: inpaint
  [/(?<=[^aeiou])ing$/, 'e'], // sampling: sample
  [/(?<=([^aeiou]))\1ing$/, ''], // cropping: crop
];

function conjugated(verb: string): string[] {
  if (/e$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) ? verb + verb.slice(-1) : verb;
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, ...[verb, doubled].flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}
