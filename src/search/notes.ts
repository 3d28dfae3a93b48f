/** The lines above the results that say how a search was understood, each with its switch. */
import { relations } from '../lib/relations.ts';
import type { SearchIndex } from './index-file.ts';
import { button, make } from './make.ts';
import type { Plan } from './rank.ts';
import { voiced } from './render.ts';

/** What a reader can do about it. */
export interface NoteActs {
  /** Takes a query for what it says, or back. */
  literal: (on: boolean) => void;
  /** Goes across bridges, or not. */
  widen: (on: boolean) => void;
}

/** The lines, none where a search was taken as it stood. */
export function notesFor(index: SearchIndex, typed: string, plan: Plan, wishes: { widen: boolean; literal: boolean }, suggestion: string | undefined, acts: NoteActs): HTMLElement[] {
  const notes: HTMLElement[] = [];
  if (plan.nearest) {
    notes.push(make('p', 'search-note', 'Did you mean ', make('em', '', plan.nearest.query), '? Shown for it. ', button('', `Search for “${typed}” as typed`, () => acts.literal(true))));
  } else if (wishes.literal && suggestion !== undefined) {
    notes.push(make('p', 'search-note', 'Did you mean ', button('', suggestion, () => acts.literal(false)), '?'));
  }
  if (plan.widenings.length > 0) notes.push(wideningNote(index, plan, wishes.widen, acts));
  const friends = falseFriends(index, plan);
  if (friends) notes.push(friends);
  return notes;
}

function wideningNote(index: SearchIndex, { widenings }: Plan, on: boolean, acts: NoteActs): HTMLElement {
  const box = make('input', '');
  box.type = 'checkbox';
  box.setAttribute('role', 'switch');
  box.checked = on;
  box.addEventListener('change', () => acts.widen(box.checked));
  // Marked as in the excerpts, so that the line tells what the mark means.
  const names = widenings.flatMap(({ from, to, relation }, i) => [
    i > 0 ? '; ' : '',
    on ? make('mark', 'widened', name(index, to)) : name(index, to),
    ': bridged to ',
    name(index, from),
    `, ${relations[relation].label}`,
  ]);
  return make('p', 'search-note search-widening', make('label', 'label', box, 'across bridges'), make('span', '', on ? 'also searching ' : 'not searching ', ...names));
}

/** A false friend is named, and left out: a like word for another thing. */
function falseFriends(index: SearchIndex, { answers }: Plan): HTMLElement | undefined {
  const friends = answers.flatMap((from) => (index.bridges[from] ?? []).filter(({ to, relation }) => relation === 'false-friend' && !answers.includes(to)).map(({ to }) => ({ from, to })));
  if (friends.length === 0) return undefined;
  const names = friends.flatMap(({ from, to }, i) => [i > 0 ? '; ' : '', name(index, to), ', a false friend of ', name(index, from)]);
  return make('p', 'search-note', make('span', '', 'not searched: ', ...names));
}

function name(index: SearchIndex, n: number): HTMLElement | string {
  const page = index.pages[n];
  return page ? voiced(page) : '';
}
