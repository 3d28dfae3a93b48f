/** Brings the controls and the numbers of the armature up to date. */
import type { Engine } from '../base/engine.ts';
import { aboutWord, readWord } from '../base/words.ts';
import type { OwnFont } from './font.ts';
import { saidBend } from './plan/bends.ts';
import { farness, share } from './plan/report.ts';
import type { Found } from './search.ts';
import { fits, LONGEST_INK, SOURCES, type ArmatureState } from './state.ts';

/** What is known besides the state. */
export interface Known {
  /** What was found for this state, if the search has come so far. */
  found: Found | undefined;
  engine: Engine | undefined;
  font: OwnFont | undefined;
  /** Whether the numbers that were sent along are those of this state. */
  sent: boolean;
  /** Whether there are earlier drawings to go back to. */
  past: boolean;
  /** Whether this is where the figure began. */
  start: boolean;
}

/** Writes an output, if it says something else. */
export function write(root: ParentNode, name: string, text: string): void {
  const output = root.querySelector(`[data-out="${name}"]`);
  if (output && output.textContent !== text) output.textContent = text;
}

/** Shows a state in the controls and the outputs. */
export function print(root: HTMLElement, state: ArmatureState, { found, engine, font, sent, past, start }: Known): void {
  const { word, letter, by, ink, shape, strength } = state;
  const control = <T extends HTMLElement>(name: string): T | null => root.querySelector<T>(`[data-control="${name}"]`);
  const [typed, hold, chosen] = [control<HTMLInputElement>('word'), control<HTMLInputElement>('strength'), control<HTMLSelectElement>('letter')];
  if (typed && typed.value !== word) typed.value = word;
  if (hold) hold.value = String(strength);
  if (chosen) chosen.value = letter;
  for (const source of SOURCES) {
    const input = root.querySelector<HTMLInputElement>(`[data-control="by"][value="${source}"]`);
    if (!input) continue;
    input.checked = source === by;
    if (source === 'font') input.disabled = !font;
  }
  shape.forEach((value, k) => {
    const input = root.querySelector<HTMLInputElement>(`[data-bend="${k}"]`);
    if (input) {
      input.value = String(value);
      input.setAttribute('aria-valuetext', saidBend(k, value));
    }
    write(root, `bend-${k}`, saidBend(k, value));
  });
  write(root, 'strength', share(strength));
  if (engine && (found || !sent)) {
    write(root, 'overlap', found ? share(found.overlap) : '·');
    write(root, 'remote', found ? share(found.remote) : '·');
    write(root, 'farness', found ? farness(found.remote) : '');
  }
  if (engine) write(root, 'word', aboutWord(readWord(word, engine.manifest.glyphs)));
  write(root, 'note', noteOf(state, font));
  root.querySelector('[data-pad]')?.setAttribute('aria-label', by === 'hand' && ink.length === 0 ? 'The pad, empty' : `The ${letter} to follow, and the model’s over it`);
  const sheet = root.querySelector<HTMLElement>('[data-sheet]');
  if (sheet) sheet.hidden = by !== 'sheet';
  const button = (act: string): HTMLButtonElement | null => root.querySelector(`[data-act="${act}"]`);
  const [undo, clear, reset] = [button('undo'), button('clear'), button('reset')];
  if (undo) undo.disabled = !past && (by !== 'hand' || ink.length === 0);
  if (clear) clear.disabled = by !== 'hand' || ink.length === 0;
  if (reset) reset.disabled = start;
}

/** What there is to say about the letter to follow. */
function noteOf({ by, ink, letter }: ArmatureState, font: OwnFont | undefined): string {
  if (by === 'font') return font?.letter(letter) ? `From ${font.name}, which is open in this page alone: no link holds it.` : `${font?.name ?? 'The typeface'} has no ${letter}.`;
  if (by === 'hand' && ink.length === 0) return 'The pad is empty.';
  if (by === 'hand' && !fits(ink)) return `The drawing is too long for a link, which holds ${LONGEST_INK} signs of it: a link to this page shows everything but the drawing.`;
  return '';
}
