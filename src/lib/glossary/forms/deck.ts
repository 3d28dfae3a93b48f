/**
 * The glossary as flash cards: a text file with tabs, as Anki imports it (Anki manual, “Text files”, “File headers”).
 * Every term has a card from word to meaning and one from meaning to word; a term with bridges has a third that crosses them.
 */
import { relations, sides } from '../../relations.ts';
import type { Side } from '../../../schemas/index.ts';
import type { TermEntry } from '../term-index.ts';
import type { Glossary } from './skos.ts';

/** One card. Front and back are HTML. */
export interface Card {
  /** Stays the same however the wording changes, and when the term is renamed: a learner's progress hangs on it. */
  id: string;
  front: string;
  back: string;
  tags: readonly string[];
}

/** The cards of a glossary: by term id, word first, then meaning, then crossing. No two have the same front. */
export function cardsOf({ terms, graph }: Glossary): Card[] {
  const byId = new Map(terms.map((entry) => [entry.id, entry]));
  return [...terms].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((entry) => {
    const { data } = entry;
    const where = sides[data.side].word;
    const also = data.aliases.length > 0 ? `<br><small>also: ${escape(data.aliases.join(', '))}</small>` : '';
    const cards = [
      card(entry, 'word', `${name(entry)}, ${where}: what is it?`, escape(data.plain) + also),
      card(entry, 'meaning', `${escape(data.plain)}<br><br>What is it called, ${where}?`, name(entry) + also),
    ];
    const bridges = graph.bridgesOf(entry.id).flatMap((bridge) => {
      const other = byId.get(bridge.to);
      return other ? [{ ...bridge, other }] : [];
    });
    if (bridges.length === 0) return cards;
    const crossings = bridges.map(({ relation, breaks, other }) =>
      `${name(other)}, ${sides[other.data.side].word} (${relations[relation].label}: ${escape(relations[relation].meaning)})<br>${escape(other.data.plain)}<br><i>Breaks where:</i> ${escape(breaks)}`,
    );
    return [...cards, card(entry, 'crossing', `${name(entry)}, ${where}: what is near it ${opposite(data.side)}, and where does the comparison break?`, crossings.join('<br><br>'))];
  });
}

/** The file to import: a header that sets up the import, then one card a line. */
export function toDeck(glossary: Glossary, title: string): string {
  const header = [
    'separator:tab', 'html:true', 'notetype:Basic', `deck:${title}`, 'columns:ID\tFront\tBack\tTags', 'guid column:1', 'tags column:4',
  ].map((line) => `#${line}`);
  const lines = cardsOf(glossary).map(({ id, front, back, tags }) => [id, front, back, tags.join(' ')].map(field).join('\t'));
  return `${[...header, ...lines].join('\n')}\n`;
}

function card({ id, data }: TermEntry, kind: 'word' | 'meaning' | 'crossing', front: string, back: string): Card {
  const [first = id] = data.formerly;
  const tags = [data.side, kind, ...data.topics.map((topic) => `topic::${topic}`)].map((tag) => `latent-commons::${tag}`);
  return { id: `latent-commons/${first}/${kind}`, front, back, tags };
}

function name({ data }: TermEntry): string {
  return `<b>${escape(data.term)}</b>`;
}

function opposite(side: Side): string {
  return sides[side === 'technical' ? 'creative' : 'technical'].word;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A tab or a line break would end the field. Anki reads quotation marks as in CSV. */
function field(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
}
