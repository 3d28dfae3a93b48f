/** The state of the loop: a log of what was decided, from which everything drawn can be drawn again. Pure. */
import { choice, createCodec, text, whole, type Field, type StateCodec } from '../base/codec.ts';
import { LONGEST } from '../base/words.ts';

/** Proposals on a sheet. */
export const PROPOSALS = 8;
/** Sheets that a tree has room for. */
export const MOST_SHEETS = 48;
/** The last seed a tree may begin with. */
export const LAST_SEED = 9999;
/** Characters of a log that an address takes; what is longer goes into a file. */
export const LONGEST_LOG = 400;
/** The slider of the step: hundredths of the prior’s deviation. */
export const STEP = { least: 5, most: 100, by: 5 } as const;

/** Who decided: somebody, or the rule by which the figure was made. */
export type By = 'person' | 'rule';
/** How two parents are mixed: each number of the code from one of them, or stations of the arc between them. */
export const ways = ['traits', 'arc'] as const;
/** One of them. */
export type Way = (typeof ways)[number];

/** A proposal: its sheet and its place there, both from 0. */
export interface Ref {
  sheet: number;
  no: number;
}

/** How a sheet came about. `width` is the step, in hundredths of the prior’s deviation. */
export type Sheet =
  | { how: 'fresh'; by: By }
  | { how: 'vary'; by: By; from: readonly [Ref]; width: number }
  | { how: 'breed'; by: By; from: readonly [Ref, Ref]; width: number; way: Way };

/** Everything a reader can change. */
export interface LoopState {
  word: string;
  /** Of the first sheet; those that follow count on from it. */
  seed: number;
  /** In the order in which they were asked for. A parent stands on an earlier sheet. */
  sheets: readonly Sheet[];
  /** What was crossed out, in the order of the sheets. */
  crossed: readonly Ref[];
  /** The sheet on the table. */
  at: number;
  /** What is picked and has no children of this pick yet; two at most. */
  picked: readonly Ref[];
  width: number;
  way: Way;
}

/** Nothing drawn yet but a first sheet; what a figure begins with is written as the difference from this. */
export const emptyState: LoopState = { word: '', seed: 1, sheets: [{ how: 'fresh', by: 'person' }], crossed: [], at: 0, picked: [], width: 35, way: 'traits' };

/** A proposal as it is called: sheet and number, from 1. */
export function nameOf({ sheet, no }: Ref): string {
  return `${sheet + 1}.${no + 1}`;
}

/** Whether both are one proposal. */
export function sameRef(one: Ref, other: Ref): boolean {
  return one.sheet === other.sheet && one.no === other.no;
}

/** Parents of a sheet; a fresh one has none. */
export function parentsOf(sheet: Sheet): readonly Ref[] {
  return sheet.how === 'fresh' ? [] : sheet.from;
}

/** Reads the name of a proposal on one of the first `sheets` sheets. */
export function readRef(name: string, sheets: number): Ref | undefined {
  const [, a, b] = /^([1-9]\d?)\.([1-8])$/.exec(name) ?? [];
  return a !== undefined && b !== undefined && Number(a) <= sheets ? { sheet: Number(a) - 1, no: Number(b) - 1 } : undefined;
}

/** The log of a tree: `f` fresh, `v` varied, `b` bred, with parents and step; capitals where a rule decided. */
export function writeLog(sheets: readonly Sheet[]): string {
  return sheets.map((sheet) => {
    const letter = sheet.by === 'rule' ? sheet.how[0]!.toUpperCase() : sheet.how[0]!;
    if (sheet.how === 'fresh') return letter;
    return letter + [...sheet.from.map(nameOf), sheet.width, ...(sheet.how === 'breed' ? [sheet.way[0]] : [])].join('-');
  }).join('_');
}

/** A step in hundredths, off by no more than what arithmetic in fractions costs; `undefined` if it is none. */
export function readWidth(hundredths: number): number | undefined {
  const width = Math.round(hundredths);
  return isWidth(width) && Math.abs(width - hundredths) < 1e-6 ? width : undefined;
}

const isWidth = (width: number): boolean => Number.isInteger(width) && width >= STEP.least && width <= STEP.most;

/** Reads a log; `undefined` where any of it is none, for a lineage with a gap is another lineage. */
export function readLog(log: string): Sheet[] | undefined {
  const tokens = log.split('_');
  if (tokens.length > MOST_SHEETS) return undefined;
  const sheets: Sheet[] = [];
  for (const token of tokens) {
    const by: By = /^[A-Z]/.test(token) ? 'rule' : 'person';
    const [a = '', b = '', c = '', d = '', ...rest] = token.slice(1).split('-');
    const ref = (name: string): Ref | undefined => readRef(name, sheets.length);
    const step = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : NaN);
    const kind = token.slice(0, 1).toLowerCase();
    const [one, other] = [ref(a), ref(b)];
    if (token.toLowerCase() === 'f') sheets.push({ how: 'fresh', by });
    else if (kind === 'v' && one && isWidth(step(b)) && c === '') sheets.push({ how: 'vary', by, from: [one], width: step(b) });
    else if (kind === 'b' && one && other && !sameRef(one, other) && isWidth(step(c)) && /^[ta]$/.test(d) && rest.length === 0) {
      sheets.push({ how: 'breed', by, from: [one, other], width: step(c), way: d === 't' ? 'traits' : 'arc' });
    } else return undefined;
  }
  return sheets[0]?.how === 'fresh' ? sheets : undefined;
}

const log: Field<readonly Sheet[]> = { write: writeLog, read: readLog };
const refs: Field<readonly Ref[]> = {
  write: (all) => all.map(nameOf).join('_'),
  read: (written) => written.split('_').flatMap((name) => readRef(name, MOST_SHEETS) ?? []),
};
const fields = createCodec<LoopState>(
  { word: text(LONGEST), seed: whole(1, LAST_SEED), sheets: log, crossed: refs, at: whole(0, MOST_SHEETS - 1), picked: refs, width: whole(STEP.least, STEP.most), way: choice(ways) },
  { sheets: 'log', crossed: 'out', picked: 'pick', width: 'step' },
);

/** Whether an address takes the whole of a lineage. */
export function fitsAddress({ sheets, crossed }: LoopState): boolean {
  return writeLog(sheets).length + refs.write(crossed).length <= LONGEST_LOG;
}

/** Writes and reads states. Of a lineage that is too long only the word is written: half of a log would be another lineage. */
export const codec: StateCodec<LoopState> = {
  ...fields,
  encode: (state, base) => fields.encode(fitsAddress(state) ? state : { ...base, word: state.word }, base),
  decode: (hash, base) => tidy(fields.decode(hash, base)),
  same: (one, other) => fields.encode(one, other) === '',
};

/** Brings into order what does not fit together: marks on sheets that are not there, parents that are crossed out. */
export function tidy(state: LoopState): LoopState {
  const there = (ref: Ref): boolean => ref.sheet < state.sheets.length;
  const first = (ref: Ref, i: number, all: readonly Ref[]): boolean => all.findIndex((each) => sameRef(each, ref)) === i;
  const parents = state.sheets.flatMap(parentsOf);
  const picked = state.picked.filter(there).filter(first).slice(0, 2);
  const crossed = state.crossed.filter((ref) => there(ref) && ![...parents, ...picked].some((each) => sameRef(each, ref))).filter(first).sort((a, b) => a.sheet - b.sheet || a.no - b.no);
  return { ...state, crossed, picked, at: Math.min(state.at, state.sheets.length - 1) };
}

/** Picks a proposal, or lets it go again. A third pick takes the place of the first. */
export function pick(state: LoopState, ref: Ref): LoopState {
  const rest = state.picked.filter((each) => !sameRef(each, ref));
  const picked = rest.length < state.picked.length ? rest : [...rest.slice(-1), ref];
  return tidy({ ...state, picked });
}

/** Crosses a proposal out, or takes that back. What has children stays. */
export function cross(state: LoopState, ref: Ref): LoopState {
  const rest = state.crossed.filter((each) => !sameRef(each, ref));
  const crossed = rest.length < state.crossed.length ? rest : [...rest, ref];
  return tidy({ ...state, crossed, picked: state.picked.filter((each) => !sameRef(each, ref)) });
}

/** Asks for a sheet: what was picked becomes its parents. Where there are not as many as it takes, or the tree is full, nothing changes. */
export function grow(state: LoopState, how: Sheet['how'], by: By = 'person'): LoopState {
  const { sheets, picked: [one, other, ...rest], width, way } = state;
  if (sheets.length >= MOST_SHEETS || rest.length > 0) return state;
  let sheet: Sheet;
  if (how === 'fresh') sheet = { how, by };
  else if (how === 'vary' && one && !other) sheet = { how, by, from: [one], width };
  else if (how === 'breed' && one && other) sheet = { how, by, from: [one, other], width, way };
  else return state;
  return tidy({ ...state, sheets: [...sheets, sheet], at: sheets.length, picked: [] });
}

/** Takes the last sheet back; what it was made from is picked again. The first stays. */
export function withdraw(state: LoopState): LoopState {
  const last = state.sheets.at(-1);
  if (!last || state.sheets.length < 2) return state;
  const sheets = state.sheets.slice(0, -1);
  const from = parentsOf(last);
  return tidy({ ...state, sheets, at: from[0]?.sheet ?? sheets.length - 1, picked: from });
}

/** Puts a sheet back on the table. What was picked elsewhere stays picked, so that branches can be bred. */
export function goTo(state: LoopState, at: number): LoopState {
  return tidy({ ...state, at: Math.max(0, at) });
}

/** An empty tree with a first sheet of its own, whose seed no sheet of the old one had. */
export function plant({ seed, sheets, ...state }: LoopState): LoopState {
  const next = seed + sheets.length;
  return { ...state, seed: next > LAST_SEED ? 1 : next, sheets: [{ how: 'fresh', by: 'person' }], crossed: [], at: 0, picked: [] };
}

/** The seed of a sheet. */
export function seedOf({ seed }: Pick<LoopState, 'seed'>, sheet: number): number {
  return seed + sheet;
}
