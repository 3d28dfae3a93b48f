/** The workshop: the rule, the chain that asks it, the pictures between the hands, and the state in an address. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readStrokes, writeStrokes } from '../../../../src/demos/base/pen/strokes.ts';
import { readWord } from '../../../../src/demos/base/words.ts';
import type { Bands } from '../../../../src/demos/base/prior/obey.ts';
import { altOf, captionOf } from '../../../../src/demos/workshop/captions.ts';
import { figureOf, roundsOf } from '../../../../src/demos/workshop/figure.ts';
import { runChain, STAGES, type Hands } from '../../../../src/demos/workshop/plan/chain.ts';
import { deviationsOf, LETTER, outlineOf, stripOf, tilesOf, TONES } from '../../../../src/demos/workshop/plan/pictures.ts';
import { decide, judgeAll, readAs, type Outcome } from '../../../../src/demos/workshop/plan/rule.ts';
import { entryOf, provenance, sayRead, sayWords } from '../../../../src/demos/workshop/plan/say.ts';
import { codecOf, emptyState, MOST_ROUNDS, PATCHES, SOURCES, type ShopState } from '../../../../src/demos/workshop/state.ts';
import type { Attributes } from '../../../../src/drawing/attributes.ts';
import { uniform } from '../../../../src/inference/latent.ts';

const face: Attributes = { weight: 0.1, contrast: 1, slant: 0, width: 0.8, xHeight: 0.7, serif: 0 };
const bands: Bands = new Map([['thin', { attribute: 'weight', most: 0.12 }], ['wide', { attribute: 'width', least: 1 }]]);
const read = (letter: string, as = letter) => ({ letter, as, share: 0.9, right: as.includes(letter) });
const outcome = (part: Partial<Outcome>): Outcome => ({ letters: [read('a')], words: [{ word: 'thin', verdict: 'obeyed' }], attributes: face, ...part });
const order = { by: 'words', guidance: 2, seed: 3, rounds: 4 } as const;

describe('the rule', () => {
  test('hands over where everything is read and obeyed', () => assert.equal(decide(outcome({}), order, 1).act, 'done'));
  test('does not hold a word against anybody that no ruler settles', () => assert.equal(decide(outcome({ words: [{ word: 'serif', verdict: 'none' }] }), order, 1).act, 'done'));
  const cases: [says: string, of: Partial<Outcome>, by: Partial<Pick<ShopState, 'by' | 'guidance'>>, round: number, expected: Partial<ReturnType<typeof decide>>][] = [
    ['presses harder where a word is not obeyed', { words: [{ word: 'thin', verdict: 'not' }] }, {}, 1, { act: 'again', turn: 'guidance', to: 3.5 } as never],
    ['takes what cannot be measured for disobedience', { words: [{ word: 'thin', verdict: 'unmeasured' }] }, {}, 1, { act: 'again', turn: 'guidance' } as never],
    ['presses no harder than the prior bears', { words: [{ word: 'thin', verdict: 'not' }] }, { guidance: 5.5 }, 1, { act: 'again', to: 6 } as never],
    ['and then asks for another take', { words: [{ word: 'thin', verdict: 'not' }] }, { guidance: 6 }, 1, { act: 'again', turn: 'seed', to: 4 } as never],
    ['asks for another take where a letter is not read', { letters: [read('a', 'o')] }, {}, 2, { act: 'again', turn: 'seed', to: 4 } as never],
    ['cannot press chance', { words: [{ word: 'thin', verdict: 'not' }] }, { by: 'chance' }, 1, { act: 'again', turn: 'seed' } as never],
    ['sends nothing back to the reader’s own hand', { letters: [read('a', 'o')] }, { by: 'drawing' }, 1, { act: 'out' }],
    ['hands over what there is when the rounds are used up', { letters: [read('a', 'o')] }, {}, 4, { act: 'out' }],
  ];
  for (const [says, of, by, round, expected] of cases) {
    test(says, () => {
      const decision = decide(outcome(of), { ...order, ...by }, round);
      assert.deepEqual({ ...decision, ...expected }, decision);
    });
  }
  test('says why', () => assert.match(decide(outcome({ letters: [read('a', 'o'), read('b', 'd')] }), order, 1).why, /^“a”, “b” are not read$/));
});

describe('the reader', () => {
  const names = ['a', 'cC', 'o'];
  test('names the class that it is surest of, and is right where the letter is in it', () => {
    assert.deepEqual(readAs('Ca', { names, shares: Float32Array.from([0.25, 0.5, 0.25, 0.25, 0, 0.75]) }), [{ letter: 'C', as: 'cC', share: 0.5, right: true }, { letter: 'a', as: 'o', share: 0.75, right: false }]);
  });
  test('is not asked about marks, and loses no place by them', () => assert.deepEqual(readAs('&o', { names, shares: Float32Array.from([1, 0, 0, 0, 0, 1]) }), [{ letter: 'o', as: 'o', share: 1, right: true }]));
  test('is quoted with what it took for what', () => assert.equal(sayRead(outcome({ letters: [read('a', 'o'), read('b')] })), '1 of 2 letters read as meant; took “a” for “o” (90\u00a0% sure)'));
  test('and so are the rulers', () => assert.equal(sayWords({ ...outcome({}), words: judgeAll(['thin', 'wide', 'serif'], bands, face) }), 'obeyed: thin; not obeyed: wide; nothing to measure it by: serif'));
});

describe('the chain', () => {
  const geometry = { side: 64, sample: 0.03, left: -0.96, top: 1.35 };
  const hands = (answers: readonly boolean[]): Hands & { asked: ShopState[] } => {
    const asked: ShopState[] = [];
    return {
      geometry, asked,
      sample: async (state) => (asked.push(state), new Float32Array(2)),
      draw: async () => ({ fields: new Float32Array(4096).fill(-0.2), advances: new Float32Array(1) }),
      read: async () => ({ names: ['a', 'b'], shares: Float32Array.from(answers[asked.length - 1] ? [1, 0] : [0, 1]) }),
      measure: async () => face,
    };
  };
  const begin: ShopState = { ...emptyState, word: 'a', ask: ['thin'] };
  const word = readWord('a', 'abc');
  const stagesOf = async (of: Hands, state = begin): Promise<string[]> => {
    const stages = [];
    for await (const { stage, round } of runChain(state, word, bands, of)) stages.push(`${round.no} ${stage}`);
    return stages;
  };
  test('goes through every hand once where nothing is wrong', async () => assert.deepEqual(await stagesOf(hands([true])), STAGES.map((stage) => `1 ${stage}`)));
  test('goes round again with what the rule has turned', async () => {
    const of = hands([false, true]);
    assert.equal((await stagesOf(of)).length, 2 * STAGES.length);
    assert.deepEqual(of.asked.map(({ seed }) => seed), [begin.seed, begin.seed + 1]);
  });
  test('ends after as many rounds as it may have', async () => assert.equal((await stagesOf(hands([]), { ...begin, rounds: 3 })).length, 3 * STAGES.length));
  test('ends where a hand was called off', async () => assert.deepEqual(await stagesOf({ ...hands([true]), draw: async () => undefined }), ['1 brief', '1 sampler']));
  test('waits between two hands for whoever drives it', async () => {
    const of = hands([true]);
    const steps = runChain(begin, word, bands, of);
    await steps.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(of.asked.length, 0);
  });
  test('is written down hand by hand, with who decided', async () => {
    const book = [];
    for await (const step of runChain(begin, word, bands, hands([false, true]))) book.push(entryOf(step, true));
    assert.deepEqual(book.map(({ who }) => who), ['you', 'prior', 'decoder', 'outliner', 'reader', 'rule', 'rule', 'prior', 'decoder', 'outliner', 'reader', 'rule']);
    const file = JSON.parse(provenance(begin, book, ['m'], 'https://example.org/'));
    assert.equal(file.book.length, 12);
    assert.equal(file.book[0].who, 'you');
    assert.equal(file.brief.ink, undefined);
  });
});

describe('pictures between the hands', () => {
  test('a code is as many bars as it has numbers, none longer than the strip', () => {
    const d = stripOf([0, 99, -1], [0, 0, 0], [1, 1, 1]);
    assert.equal(d.match(/M/g)?.length, 3);
    assert.match(d, /v-48h/);
  });
  test('deviations are the lengths of the rows of the triangle', () => assert.deepEqual(deviationsOf([3, 0, 4, 3], 2), [3, 5]));
  test('tiles cover what is inked, each once, in as many tones', () => {
    const tones = tilesOf(new Float32Array(4096).fill(0.25), { side: 64 });
    assert.equal(tones.length, TONES);
    assert.equal(tones.at(-1)?.match(/M/g)?.length, 32);
    assert.equal(tones.slice(0, -1).join(''), '');
    assert.equal(tilesOf(new Float32Array(4096).fill(-1), { side: 64 }).join(''), '');
  });
  test('an outline has a dot for each of its points', async () => {
    const { rounds } = await figureOf();
    const { dots, points } = outlineOf(rounds[0]!.outlines![0]!, { side: 64, sample: 0.03, left: -0.96, top: 1.35 });
    assert.equal(dots.match(/M/g)?.length, points);
    assert.ok(points > 6);
    for (const [, x, y] of dots.matchAll(/M([\d.-]+) ([\d.-]+)/g)) assert.ok(Number(x) >= 0 && Number(x) <= LETTER.width && Number(y) >= 0 && Number(y) <= LETTER.height);
  });
});

describe('the figure', () => {
  test('goes round more than once, and comes out with every word obeyed', async () => {
    const { rounds, start } = await figureOf();
    assert.ok(rounds.length > 1 && rounds.length <= MOST_ROUNDS);
    assert.equal(rounds.at(-1)?.decision?.act, 'done');
    assert.ok(start.ask.length >= 2);
  });
  test('tells whoever cannot see it what happened in every round', async () => {
    const figure = await figureOf();
    for (const { no } of figure.rounds) assert.ok(altOf(figure).includes(`round ${no} of`));
    assert.match(captionOf(figure), /names 9\d\.\d % of the letters/);
  });
  test('runs with every hand that may be put in another’s place', async () => {
    const { start } = await figureOf();
    for (const by of SOURCES) assert.ok((await roundsOf({ ...start, by, rounds: 1 })).rounds[0]?.outcome, by);
    for (const patch of PATCHES) assert.ok((await roundsOf({ ...start, patch, rounds: 1 })).rounds[0]?.outcome, patch);
  });
  test('has nothing to look for on an empty pad', async () => {
    const { start } = await figureOf();
    const { rounds } = await roundsOf({ ...start, by: 'drawing', ink: [] });
    assert.equal(rounds[0]?.z, undefined);
  });
});

describe('a state in an address', () => {
  const words = ['black', 'narrow', 'serifed', 'sans-serif'];
  const codec = codecOf(words);
  test('whatever a reader does comes back as it was written', () => {
    const next = uniform(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    for (let i = 0; i < 300; i++) {
      const state: ShopState = {
        word: pick(['a', 'R & co', '', '¡é!']), ask: words.filter(() => next() > 0.5), by: pick(SOURCES), seed: 1 + Math.floor(next() * 9999), steps: 1 + Math.floor(next() * 32),
        guidance: Math.round(next() * 60) / 10, patch: pick(PATCHES), letter: pick(['a', 'Z', '4']), ink: pick([[], emptyState.ink, readStrokes(writeStrokes(emptyState.ink.slice(0, 1)))!]), rounds: 1 + Math.floor(next() * MOST_ROUNDS),
      };
      const hash = codec.encode(state, emptyState);
      assert.deepEqual(codec.decode(`#${hash}`, emptyState), state, hash);
    }
  });
  test('more rounds than there are, are all there are', () => assert.equal(codec.decode('#rounds=99', emptyState).rounds, MOST_ROUNDS));
});
