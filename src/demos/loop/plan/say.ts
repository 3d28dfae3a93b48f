/** What is said of a lineage: what the machine did, what somebody decided, what was measured. Pure. */
import { changeIn, type Row } from '../../base/changes.ts';
import { nameOf, parentsOf, sameRef, seedOf, type LoopState, type Ref, type Sheet } from '../state.ts';
import { numbersIn } from './breed.ts';
import type { Wander } from './wander.ts';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const list = (parts: readonly string[]): string => (parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? ''));
/** A step or a distance, in deviations. */
export const sigma = (value: number): string => `${value.toFixed(2)} σ`;

/** How far a line has come. */
export function wanderIn({ line, walked, apart, blind, remote }: Wander): string {
  const steps = line.length - 1;
  const far = `It lies ${sigma(remote)} from the mean of all styles, where 1 is usual.`;
  if (steps === 0) return `It is the first of its line. ${far}`;
  const first = nameOf(line[0]!);
  const chance = blind === undefined || steps < 2 ? '' : ` Steps of the same size in which nobody chose would lead about ${sigma(blind)} away.`;
  return `In ${plural(steps, 'step')} its line walked ${sigma(walked)} and stands ${sigma(apart)} from its first parent, ${first}.${chance} ${far}`;
}

/** The whole reading of a proposal. */
export function readingOf({ ref, picked, seen, before, after, walk }: { ref: Ref; picked: boolean; seen: string; before: { ref: Ref; row: Row } | undefined; after: Row; walk: Wander }): string {
  const change = before ? ` Against its parent ${nameOf(before.ref)}: ${changeIn(before.row, after)}.` : '';
  return `${nameOf(ref)}${picked ? '' : ', not picked'}: ${seen}.${change} ${wanderIn(walk)}`;
}

/** What the machine did for a sheet. */
export function machineIn(state: Pick<LoopState, 'seed' | 'sheets'>, at: number, size: number): string {
  const sheet = state.sheets[at]!;
  const drawn = `seed ${seedOf(state, at)} · ${numbersIn(sheet, size)} numbers drawn`;
  if (sheet.how === 'fresh') return drawn;
  const step = `step ${(sheet.width / 100).toFixed(2)} σ`;
  const [one, other] = sheet.from.map(nameOf);
  return sheet.how === 'vary' ? `${drawn} · ${step} around ${one}` : `${drawn} · ${one} × ${other}, ${sheet.way === 'traits' ? 'each number from either' : 'eight stations of the arc'}, then ${step}`;
}

/** The step that was set before a sheet; `undefined` where none was. */
function stepBefore(sheets: readonly Sheet[], at: number): number | undefined {
  return sheets.slice(0, at).findLast((sheet) => sheet.how !== 'fresh')?.width;
}

/** What was decided on a sheet, by whom: a list of decisions, and whether all of them were a rule’s. */
export function decidedIn({ sheets, crossed, picked }: Pick<LoopState, 'sheets' | 'crossed' | 'picked'>, at: number): { said: string; byRule: boolean } {
  const said: string[] = [];
  let people = false;
  const here = sheets[at]!;
  const parentHere = (ref: Ref): boolean => ref.sheet === at;
  sheets.forEach((child, k) => {
    const own = parentsOf(child).filter(parentHere);
    if (child.how === 'fresh' || own.length === 0) return;
    people ||= child.by === 'person';
    const who = child.by === 'rule' && here.by === 'person' ? 'by rule: ' : '';
    const others = child.from.filter((ref) => !parentHere(ref));
    const mates = others.length > 0 ? ` with ${list(others.map(nameOf))}` : '';
    const before = stepBefore(sheets, k);
    const step = before === undefined || before === child.width ? '' : `, step changed from ${(before / 100).toFixed(2)} to ${(child.width / 100).toFixed(2)} σ`;
    said.push(`${who}picked ${list(own.map(nameOf))}, ${child.how === 'vary' ? 'varied' : `bred${mates}`} into sheet ${k + 1}${step}`);
  });
  const out = crossed.filter(parentHere);
  if (out.length > 0) said.push(`crossed out ${list(out.map(nameOf))}`);
  const waiting = picked.filter(parentHere);
  if (waiting.length > 0) said.push(`${list(waiting.map(nameOf))} ${waiting.length > 1 ? 'are' : 'is'} picked, nothing asked of ${waiting.length > 1 ? 'them' : 'it'} yet`);
  people ||= out.length > 0 || waiting.length > 0;
  return { said: said.length > 0 ? said.join('; ') : 'nothing decided here yet', byRule: said.length > 0 && !people };
}

/** What a proposal bears in the tree. */
export type Mark = 'parent' | 'picked' | 'crossed' | 'none';

/** The mark of a proposal, and whose it is. */
export function markOf({ sheets, crossed, picked }: Pick<LoopState, 'sheets' | 'crossed' | 'picked'>, ref: Ref): { mark: Mark; byRule: boolean } {
  const children = sheets.filter((sheet) => parentsOf(sheet).some((each) => sameRef(each, ref)));
  if (picked.some((each) => sameRef(each, ref))) return { mark: 'picked', byRule: false };
  if (children.length > 0) return { mark: 'parent', byRule: children.every(({ by }) => by === 'rule') };
  return { mark: crossed.some((each) => sameRef(each, ref)) ? 'crossed' : 'none', byRule: false };
}
