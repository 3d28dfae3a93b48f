/** A lineage as a file: written, read again, and refused in plain words where it is none. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { FORMAT, LARGEST, readLineage, writeLineage, type Drawer } from '../../../../src/demos/loop/plan/provenance.ts';
import { cross, emptyState, grow, pick, type LoopState } from '../../../../src/demos/loop/state.ts';

const model: Drawer = { id: 'letterforms-1', decoder: 'a'.repeat(64) };
const one = grow(pick({ ...emptyState, word: 'ex "libris"', seed: 12 }, { sheet: 0, no: 2 }), 'vary');
const two = grow(pick(pick(one, { sheet: 1, no: 0 }), { sheet: 0, no: 5 }), 'breed');
const state: LoopState = cross(pick(two, { sheet: 2, no: 3 }), { sheet: 1, no: 7 });
const written = writeLineage(state, model, 'https://example.org/demos/loop/', 64);
type Loose = Record<string, unknown>;
const file = (): Loose => JSON.parse(written) as Loose;
const sheets = (of: Loose): Loose[] => of['sheets'] as Loose[];

test('what is written is read again', () => {
  assert.deepEqual(readLineage(written, model), { state });
  for (let width = 5; width <= 100; width += 5) {
    const other = grow({ ...pick(emptyState, { sheet: 0, no: 0 }), width }, 'vary');
    assert.deepEqual(readLineage(writeLineage(other, model, '', 64), model), { state: other });
  }
});

test('the file tells people who decided what', () => {
  const [first, second] = sheets(file());
  assert.equal(file()['format'], FORMAT);
  assert.deepEqual(first!['chosen'], ['1.3', '1.6']);
  assert.match(String(first!['decided']), /picked 1\.3, varied into sheet 2/);
  assert.deepEqual(second!['crossed'], ['2.8']);
  assert.equal(second!['seed'], 13);
});

describe('a file that is none', () => {
  const broken = (change: (of: Loose) => void): string => {
    const of = file();
    change(of);
    return JSON.stringify(of);
  };
  const cases: [name: string, text: string][] = [
    ['not JSON', '{\n  "format": latent\n}'],
    ['a list', '[1, 2]'],
    ['nothing', ''],
    ['of another form', broken((of) => (of['format'] = 'workflow'))],
    ['of another version', broken((of) => (of['version'] = 2))],
    ['of other weights', broken((of) => (of['model'] = { id: 'letterforms-0', decoder: 'b'.repeat(64) }))],
    ['without sheets', broken((of) => delete of['sheets'])],
    ['of too many sheets', broken((of) => (of['sheets'] = Array(49).fill({ how: 'fresh', by: 'person' })))],
    ['that begins with a child', broken((of) => (sheets(of)[0]!['how'] = 'vary'))],
    ['with a parent that is not there', broken((of) => (sheets(of)[1]!['from'] = ['1.9']))],
    ['with a parent from the future', broken((of) => (sheets(of)[1]!['from'] = ['3.1']))],
    ['with a parent that breeds with itself', broken((of) => (sheets(of)[2]!['from'] = ['1.1', '1.1']))],
    ['with a step that is none', broken((of) => (sheets(of)[1]!['step'] = 'large'))],
    ['with a way that is none', broken((of) => (sheets(of)[2]!['way'] = 'splice'))],
    ['decided by nobody known', broken((of) => (sheets(of)[0]!['by'] = 'god'))],
    ['with a seed too large', broken((of) => (of['seed'] = 1e9))],
    ['with a word too long', broken((of) => (of['word'] = 'x'.repeat(2000)))],
    ['with a prototype', `{"__proto__": {"format": "${FORMAT}"}}`],
    ['nested to death', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['too large', ' '.repeat(LARGEST + 1)],
  ];
  const expected = readFileSync('tests/fixtures/demos/loop/faults.txt', 'utf8');
  const found = cases.map(([name, text]) => {
    const read = readLineage(text, model);
    return `${name}\n    ${'fault' in read ? read.fault : 'was read'}\n`;
  }).join('\n');
  test('is refused with its place and what is wanted there', () => assert.equal(found, expected));
});
