import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choice, createCodec, flag, number, numbers, place, some, text, whole } from '../../../../src/demos/base/codec.ts';
import { uniform } from '../../../../src/inference/latent.ts';

interface State {
  word: string;
  share: number;
  seed: number;
  amounts: readonly number[];
  way: 'straight' | 'arc';
  held: boolean;
  at: { u: number; v: number };
}
const grid = { columns: 24, rows: 16 };
const codec = createCodec<State>({ word: text(12), share: number(0, 1), seed: whole(0, 999), amounts: numbers(3, -2, 2), way: choice(['straight', 'arc']), held: flag, at: place(grid) }, { held: 'hold' });
const base: State = { word: 'between', share: 0.5, seed: 7, amounts: [0, 0, 0], way: 'arc', held: false, at: { u: 3, v: 4 } };

test('any state comes back as it was written, to the digits that are kept', () => {
  const next = uniform(11);
  const signs = [...'abz AZ09&#=+%,/?é’“🙂\n'];
  for (let round = 0; round < 500; round++) {
    const near = (value: number): number => Math.round(value * 100) / 100;
    const state: State = {
      word: Array.from({ length: Math.floor(next() * 6) }, () => signs[Math.floor(next() * signs.length)]).join(''),
      share: near(next()),
      seed: Math.floor(next() * 1000),
      amounts: [next(), next(), next()].map((value) => near(4 * value - 2)),
      way: next() < 0.5 ? 'straight' : 'arc',
      held: next() < 0.5,
      at: { u: near(next() * 23), v: near(next() * 15) },
    };
    assert.deepEqual(codec.decode(`#${codec.encode(state, base)}`, base), state);
    assert.ok(codec.same(codec.decode(codec.encode(state, base), base), state));
  }
});

describe('what stands in an address', () => {
  test('is nothing where nothing has changed', () => assert.equal(codec.encode(base, base), ''));
  test('is what has changed, by its own name', () => assert.equal(codec.encode({ ...base, held: true }, base), 'hold=1'));
  for (const [name, hash, expected] of [
    ['numbers beyond their ends are brought to them', 'share=7&seed=-3&amounts=-9,0,9', { ...base, share: 1, seed: 0, amounts: [-2, 0, 2] }],
    ['numbers that are none are left as they were', 'share=NaN&seed=1.5&amounts=1,x,2', base],
    ['too few numbers, and too many, are left as they were', 'amounts=1,2', base],
    ['too many numbers are left as they were', 'amounts=1,2,1,2', base],
    ['places off the map are brought to its edge', 'at=-1,99', { ...base, at: { u: 0, v: 15 } }],
    ['unknown words and flags are left as they were', 'way=teleport&hold=yes', base],
    ['a text is cut', `word=${'m'.repeat(99)}`, { ...base, word: 'm'.repeat(12) }],
    ['broken escapes do no harm', 'word=%E0%A4%A', { ...base, word: '\ufffd%A' }],
    ['parameters of nobody do no harm', '__proto__=1&constructor=2', base],
  ] as const) test(name, () => assert.deepEqual(codec.decode(`#${hash}`, base), expected));
  test('is told from the name of a heading', () => {
    assert.ok(codec.isState('#hold=1') && codec.isState('word=x'));
    assert.ok(!codec.isState('#first-then') && !codec.isState('#held=1'));
  });
});

describe('some of a list', () => {
  const list = createCodec<{ ask: readonly string[] }>({ ask: some(['thin', 'bold', 'sans-serif']) });
  const none = { ask: ['bold'] };
  for (const [name, hash, expected] of [
    ['stands in its order, whatever the order of choosing', 'ask=sans-serif+thin', ['thin', 'sans-serif']],
    ['has each at most once', 'ask=thin+thin', ['thin']],
    ['may be empty', 'ask=', []],
    ['leaves out strangers', 'ask=thin+purple', ['thin']],
    ['that are nothing but strangers change nothing', 'ask=purple+loud', ['bold']],
  ] as const) test(name, () => assert.deepEqual(list.decode(hash, none).ask, expected));
  test('comes back as it was written', () => {
    for (const ask of [[], ['thin'], ['thin', 'bold', 'sans-serif']]) assert.deepEqual(list.decode(list.encode({ ask }, none), none).ask, ask);
  });
});
