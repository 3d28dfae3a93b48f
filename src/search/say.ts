/** What a finished search comes to, for eyes and ears. Pure. */
import { relations, sides } from '../lib/relations.ts';
import type { SearchIndex } from './index-file.ts';
import type { Plan } from './rank.ts';

/** What is said: all of it to ears; eyes have the answer before them and need the count. */
export interface Said {
  answer: string;
  count: string;
}

/**
 * Puts a finished search into words.
 * @param answers terms whose cards are shown
 * @param pages how many pages are found, the answers among them
 */
export function say(index: SearchIndex, typed: string, plan: Plan, answers: readonly number[], pages: number): Said {
  if (pages === 0) return { answer: '', count: `Nothing on either side answers to “${typed}”. Try one word, or its other name.` };
  const named = answers.flatMap((n) => {
    const page = index.pages[n];
    if (!page?.term) return [];
    const [nearest] = index.bridges[n] ?? [];
    const other = nearest && index.pages[nearest.to];
    return [`${page.title}, ${sides[page.term.side].word}${nearest && other ? `; across: ${other.title}, ${relations[nearest.relation].label}` : ''}. `];
  });
  return { answer: `${plan.nearest ? `Shown for “${plan.nearest.query}”. ` : ''}${named.join('')}`, count: `${pages} ${pages === 1 ? 'page' : 'pages'}` };
}
