import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demosShowing, isDemoState, type NamedDemo } from '../../../src/demos/showing.ts';

describe('the demos that show a term', () => {
  const id = 'letterform-map';
  const all: NamedDemo[] = [{ id, title: 'The map', terms: ['latent-space', 'seed'] }];
  const cases: [says: string, term: string, state: string | undefined, paths: string[]][] = [
    ['are those that name it', 'seed', undefined, ['/demos/letterform-map/']],
    ['are none for a term that nobody names', 'grain', undefined, []],
    ['come in the state the entry names', 'grain', `${id}#word=grain&t=0.5`, ['/demos/letterform-map/#word=grain&t=0.5']],
    ['come without a state where the entry names none', 'grain', id, ['/demos/letterform-map/']],
    ['are told once where demo and entry name each other', 'seed', `${id}#t=1`, ['/demos/letterform-map/#t=1']],
  ];
  for (const [says, term, state, paths] of cases) test(says, () => assert.deepEqual(demosShowing(all, term, state).map(({ path }) => path), paths));
});

describe('the state of a demo in an entry', () => {
  const cases: [text: string, right: boolean][] = [['letterform-map', true], ['letterform-map#word=grain', true], ['letterform-map#', false], ['letter-map', false], ['#word=grain', false]];
  for (const [text, right] of cases) test(`“${text}” is ${right ? 'one' : 'none'}`, () => assert.equal(isDemoState(text), right));
});
