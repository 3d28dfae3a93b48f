/**
 * A lineage as a file: everything it takes to draw it again, and who decided what, in a form that people can read too. Pure.
 *
 * The file is a record and no proof: whoever has it can change it.
 */
import { LONGEST } from '../../base/words.ts';
import { LAST_SEED, MOST_SHEETS, nameOf, parentsOf, PROPOSALS, readRef, readWidth, sameRef, seedOf, tidy, ways, type By, type LoopState, type Ref, type Sheet } from '../state.ts';
import { decidedIn, machineIn } from './say.ts';

/** What the file calls its own form. */
export const FORMAT = 'latent-commons/lineage';
/** The form that is written and read. */
export const VERSION = 1;
/** Characters of a file that is still looked at: fifty times as many as the longest lineage takes. */
export const LARGEST = 2_000_000;

/** Which weights drew it. */
export interface Drawer {
  id: string;
  /** SHA-256 of the decoder’s weights, in hexadecimal digits. */
  decoder: string;
}

/** Writes a lineage. `size` is how many numbers a code has. */
export function writeLineage(state: LoopState, model: Drawer, page: string, size: number): string {
  const { word, seed, sheets, crossed, at, picked, width, way } = state;
  const on = (refs: readonly Ref[], sheet: number): string[] => refs.filter((ref) => ref.sheet === sheet).map(nameOf);
  return `${JSON.stringify({
    format: FORMAT, version: VERSION, model, page, word, seed, proposals: PROPOSALS,
    sheets: sheets.map((sheet, i) => ({
      sheet: i + 1, how: sheet.how, by: sheet.by, seed: seedOf(state, i),
      ...(sheet.how !== 'fresh' && { from: sheet.from.map(nameOf), step: sheet.width / 100 }),
      ...(sheet.how === 'breed' && { way: sheet.way }),
      chosen: [...new Set(sheets.flatMap(parentsOf).filter((ref) => ref.sheet === i).map(nameOf))], crossed: on(crossed, i),
      machine: machineIn(state, i, size), decided: decidedIn(state, i).said,
    })),
    table: { sheet: at + 1, picked: picked.map(nameOf), step: width / 100, way },
  }, null, 2)}\n`;
}

/** A lineage that was read, or why none was: one sentence with the place and what is wanted there. */
export type Read = { state: LoopState } | { fault: string };

/** What is wrong with a file. */
class Fault extends Error {}

/** Reads what `writeLineage` wrote. What is told in words is not read: it follows from the rest. */
export function readLineage(text: string, model: Drawer): Read {
  try {
    if (text.length > LARGEST) throw new Fault(`The file is larger than ${LARGEST / 1e6} MB. A lineage takes a few kilobytes.`);
    return { state: stateOf(parse(text), model) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

type Json = Readonly<Record<string, unknown>>;

function parse(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Fault(`This is not a lineage: the file is not JSON${placeIn(text, error instanceof Error ? error.message : '')}. Choose a file that was saved here.`);
  }
  if (!isObject(value)) throw new Fault('This is not a lineage: an object in braces was expected, and there is none. Choose a file that was saved here.');
  return value;
}

/** What a JSON text is made of, one piece at a time. */
const PIECE = /[\s,:{}[\]]+|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b/y;

/** Line and column of a fault: where the browser says it is, or else of the first thing that JSON has no use for. */
function placeIn(text: string, message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line && column) return `, at line ${line}, column ${column}`;
  const [, told] = /position (\d+)/.exec(message) ?? [];
  let position = Number(told);
  if (told === undefined) for (PIECE.lastIndex = position = 0; PIECE.test(text); ) position = PIECE.lastIndex;
  const before = text.slice(0, position).split('\n');
  return `, at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
const refuse = (path: string, wanted: string, found: unknown): never => {
  throw new Fault(`${path}: expected ${wanted}, found ${show(found)}.`);
};

function stateOf(file: Json, model: Drawer): LoopState {
  if (file['format'] !== FORMAT) refuse('format', `“${FORMAT}”`, file['format']);
  if (file['version'] !== VERSION) refuse('version', `${VERSION}, the only one there is so far`, file['version']);
  const drawer = isObject(file['model']) ? file['model'] : refuse('model', 'the model’s id and decoder', file['model']);
  if (drawer['id'] !== model.id || drawer['decoder'] !== model.decoder) {
    throw new Fault(`model: this lineage was drawn by other weights (${show(drawer['id'])}) than those of this page (“${model.id}”). The same numbers would draw other letters.`);
  }
  const word = typeof file['word'] === 'string' && file['word'].length <= LONGEST ? file['word'] : refuse('word', `a text of at most ${LONGEST} characters`, file['word']);
  const seed = integer(file['seed'], 1, LAST_SEED) ?? refuse('seed', `a whole number from 1 to ${LAST_SEED}`, file['seed']);
  const listed = Array.isArray(file['sheets']) ? (file['sheets'] as unknown[]) : refuse('sheets', 'a list', file['sheets']);
  if (listed.length < 1 || listed.length > MOST_SHEETS) throw new Fault(`sheets: expected from 1 to ${MOST_SHEETS}, found ${listed.length}.`);
  const sheets: Sheet[] = [];
  const crossed: Ref[] = [];
  listed.forEach((each, i) => {
    const path = `sheets[${i}]`;
    const sheet = isObject(each) ? each : refuse(path, 'an object', each);
    sheets.push(sheetOf(sheet, path, i));
    crossed.push(...refsOf(sheet['crossed'] ?? [], `${path}.crossed`, listed.length, 8));
  });
  const table = isObject(file['table']) ? file['table'] : refuse('table', 'what lies on the table', file['table']);
  return tidy({
    word, seed, sheets, crossed,
    at: (integer(table['sheet'], 1, sheets.length) ?? refuse('table.sheet', `a whole number from 1 to ${sheets.length}`, table['sheet'])) - 1,
    picked: refsOf(table['picked'], 'table.picked', sheets.length, 2),
    width: stepOf(table['step'], 'table.step'),
    way: ways.find((way) => way === table['way']) ?? refuse('table.way', `“${ways.join('” or “')}”`, table['way']),
  });
}

function sheetOf(sheet: Json, path: string, at: number): Sheet {
  const by: By = sheet['by'] === 'person' || sheet['by'] === 'rule' ? sheet['by'] : refuse(`${path}.by`, '“person” or “rule”', sheet['by']);
  const { how } = sheet;
  if (how === 'fresh') return { how, by };
  if (at === 0) refuse(`${path}.how`, '“fresh”, since nothing comes before the first sheet', how);
  // A parent stands on an earlier sheet.
  if (how === 'vary') {
    const [one] = refsOf(sheet['from'], `${path}.from`, at, 1);
    return { how, by, from: [one ?? refuse(`${path}.from`, 'one parent', sheet['from'])], width: stepOf(sheet['step'], `${path}.step`) };
  }
  if (how === 'breed') {
    const [one, other] = refsOf(sheet['from'], `${path}.from`, at, 2);
    if (!one || !other || sameRef(one, other)) return refuse(`${path}.from`, 'two parents', sheet['from']);
    return { how, by, from: [one, other], width: stepOf(sheet['step'], `${path}.step`), way: ways.find((way) => way === sheet['way']) ?? refuse(`${path}.way`, `“${ways.join('” or “')}”`, sheet['way']) };
  }
  return refuse(`${path}.how`, '“fresh”, “vary” or “breed”', how);
}

function refsOf(value: unknown, path: string, sheets: number, most: number): Ref[] {
  if (!Array.isArray(value) || value.length > most) return refuse(path, `a list of at most ${most}`, value);
  return (value as unknown[]).map((name, i) => (typeof name === 'string' ? readRef(name, sheets) : undefined) ?? refuse(`${path}[${i}]`, `a proposal on ${sheets === 1 ? 'the first sheet' : `one of the first ${sheets} sheets`}, like “1.${PROPOSALS}”`, name));
}

function stepOf(value: unknown, path: string): number {
  return (typeof value === 'number' ? readWidth(value * 100) : undefined) ?? refuse(path, 'a step from 0.05 to 1', value);
}

function integer(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
