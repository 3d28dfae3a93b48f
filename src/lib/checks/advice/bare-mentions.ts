/** Advice on words that may mean a term and stand bare. */
import { bareMentions, type BareMention } from '../../glossary/bare-mentions.ts';
import { buildGraph, type TermGraph } from '../../glossary/graph.ts';
import { inflectionIndex } from '../../glossary/inflections.ts';
import { faultOf } from '../fault.ts';
import { choices } from '../nearest.ts';
import { placeOfBodyOffset } from '../position.ts';
import { treeOf } from '../site.ts';
import type { Advice } from '../types.ts';
import type { AdviceCheck } from './types.ts';

/** Advice `everyday-word`, `same-word` and `inflection`. */
export const adviseMentions: AdviceCheck = ({ site, terms, index }, asked) => {
  const inflected = inflectionIndex(terms, index);
  const graph = buildGraph(terms);
  return site.entries.flatMap((entry): Advice[] => {
    const tree = treeOf(entry);
    if (!tree || !asked(entry)) return [];
    const { source } = entry;
    const known = source.collection === 'glossary' ? namedOnPage(source.id, graph) : undefined;
    return bareMentions(tree, source.body, index, inflected, known).map((mention) => {
      const fix = choices(mention.ids.map((id) => `<Term id="${id}">${mention.text}</Term>`));
      return faultOf(mention.kind, source.path, placeOfBodyOffset(source, mention.offset), { message: messageOf(mention), fix });
    });
  });
};

function messageOf({ kind, ids, text, times }: BareMention): string {
  const which = choices(ids.map((id) => `“${id}”`));
  const why = { 'everyday-word': `an everyday word, may mean the term ${which}`, 'same-word': `a word of several terms, may mean ${which}`, inflection: `a form of a term, may mean ${which}` }[kind];
  return `“${text}”, ${why}${times > 1 ? `; ${times} times in this text` : ''}`;
}

/** The entry itself, and the terms its page leads to without a word in its text. */
function namedOnPage(id: string, graph: TermGraph): Set<string> {
  return new Set([id, ...graph.bridgesOf(id).map(({ to }) => to), ...graph.relatedOf(id), ...graph.broaderOf(id), ...graph.narrowerOf(id)]);
}
