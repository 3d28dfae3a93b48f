/** Where the words fall: turns, shares, and the record that the caption speaks from. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { captionOf } from '../../../../src/demos/attention/captions.ts';
import { PROMPTS, takeApart, TAKES, tell, theRecord } from '../../../../src/demos/attention/census.ts';
import { figureOf, sampled } from '../../../../src/demos/attention/figure.ts';
import { columnsOf } from '../../../../src/demos/attention/plan/columns.ts';
import { lineOf, meanOf, overSteps, partsAt, rankCorrelation, type Heard } from '../../../../src/demos/attention/plan/shares.ts';
import { sayChange, sayPasses, sayWeight } from '../../../../src/demos/attention/plan/say.ts';
import { codecOf, emptyState, LOUDEST, MOST_WORDS, STEPS, tidy, turn, turnOf, weightsOf, type AttentionState } from '../../../../src/demos/attention/state.ts';
import { thePrior } from '../../../../src/demos/base/prior/build.ts';
import { uniform } from '../../../../src/inference/latent.ts';

const prior = await thePrior();
const words = prior.words.slice(1);
const codec = codecOf(words);
const asked: AttentionState = { ...emptyState, word: 'a', ask: ['black', 'narrow'] };

test('any state comes back from its address', () => {
  const next = uniform(3);
  const upTo = (count: number): number => Math.floor(next() * count);
  for (let i = 0; i < 300; i++) {
    const ask = words.filter(() => next() < 0.15).slice(0, MOST_WORDS);
    const ends = [1 + upTo(STEPS), 1 + upTo(STEPS)].sort((a, b) => a - b) as [number, number];
    const state = tidy({ word: 'x', ask, turns: ask.map((word) => ({ word, weight: upTo(4 * LOUDEST + 1) / 4, from: ends[0], to: ends[1] })), seed: 1 + upTo(9999), step: 1 + upTo(STEPS) });
    assert.deepEqual(codec.decode(codec.encode(state, emptyState), emptyState), state);
  }
});

test('what an address cannot mean turns nothing', () => {
  for (const written of ['black*9*1*16', 'black*1', 'black*0*0*16', 'black*0*1*17', 'black*-1*1*16', 'wide*0*1*16', 'black*0*1*16*2', '*']) {
    assert.deepEqual(codec.decode(`ask=black+narrow&turn=${written}`, asked).turns, [], written);
  }
});

describe('a turn', () => {
  test('holds between its passes, both among them', () => assert.deepEqual(weightsOf({ word: 'black', weight: 2, from: 2, to: 3 }).slice(0, 5), [1, 2, 2, 1, 1]));
  test('has its ends in order, whichever is moved past the other', () => {
    const turned = turn(turn(asked, 'black', { weight: 0, from: 5, to: 9 }), 'black', { from: 12 });
    assert.deepEqual(turnOf(turned, 'black'), { word: 'black', weight: 0, from: 9, to: 12 });
  });
  test('goes with its word', () => assert.deepEqual(tidy({ ...turn(asked, 'black', { weight: 0 }), ask: ['narrow'] }).turns, []));
  test('that turns nothing is none', () => assert.deepEqual(turn(turn(asked, 'black', { weight: 0 }), 'black', { weight: 1 }).turns, []));
  test('is said', () => {
    assert.equal(`${sayWeight(0)} ${sayPasses({ from: 1, to: STEPS })}`, '× 0, off at every pass');
    assert.equal(`${sayWeight(0.5)} ${sayPasses({ from: 3, to: 3 })}`, '× 0.5, turned down at pass 3 alone');
    assert.equal(`${sayWeight(2)} ${sayPasses({ from: 3, to: 5 })}`, '× 2, turned up at passes 3 to 5');
  });
});

describe('shares of attention', async () => {
  const [, , parts, count] = prior.attentionShape;
  const state = turn({ ...asked, ask: ['black', 'narrow', 'serifed'], seed: 4 }, 'narrow', { weight: 0, from: 1, to: 8 });
  const trace = await sampled(state, true);
  const heard: Heard = { attention: trace.attention!, steps: STEPS, parts, words: count };
  test('are out of one: of each part, at each pass', () => {
    const columns = Array.from({ length: STEPS }, (_, i) => columnsOf({ ...state, step: i + 1 }, heard, prior.words));
    for (const each of columns) for (let part = 0; part < parts; part++) assert.ok(Math.abs(each.reduce((sum, column) => sum + column.parts[part]!, 0) - 1) < 1e-4);
  });
  test('of a word that is off are nothing, and come back with it', () => {
    const narrow = prior.words.indexOf('narrow');
    assert.ok(partsAt(heard, 7, narrow).every((share) => share < 1e-6));
    assert.ok(meanOf(partsAt(heard, 8, narrow)) > 0.01);
    assert.equal(overSteps(heard, narrow).length, STEPS);
  });
  test('are drawn from the bottom up', () => assert.equal(lineOf([0, 1]), '8,210 632,10'));
});

test('ranks agree as they should', () => {
  assert.equal(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 40]), 1);
  assert.equal(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]), -1);
  // With d the differences of rank, 1 − 6 Σd² / n(n² − 1): here Σd² is 6 of 5.
  assert.ok(Math.abs(rankCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) - 0.8) < 1e-12);
  assert.ok(Math.abs(rankCorrelation([1, 1, 2], [1, 2, 3]) - 0.8660254) < 1e-6, 'ties share a rank');
});

describe('the record', async () => {
  const record = await theRecord();
  test('is of the model that ships, and measured again comes out the same', async () => {
    assert.equal(record.rows.length, PROMPTS.reduce((sum, ask) => sum + ask.length, 0) * TAKES);
    const again = await takeApart(PROMPTS[0]!, 2);
    assert.deepEqual(record.rows.slice(PROMPTS[0]!.length, 2 * PROMPTS[0]!.length), again);
  });
  test('says what the page says: the most attended word is not the one that matters most, and ranks hardly agree', async () => {
    const { each, across } = tell(record);
    const mover = each.reduce((best, one) => (one.moved > best.moved ? one : best));
    assert.notEqual(each[0]!.word, mover.word);
    assert.ok(Math.abs(across) < 0.5);
    assert.ok(Math.min(...each.map(({ within }) => within)) < 0.2 && Math.max(...each.map(({ within }) => within)) > 0.6, 'within one word it depends on the word');
    assert.ok(captionOf(await figureOf()).includes(`“${mover.word}”`));
  });
});

test('what changed is told of the letters, and nothing where nothing is turned', () => {
  assert.match(sayChange([1.5, 0, 0, 0, 0, 0], [-0.5, 0, 0, 0, 0, 0], true), /lighter by 2\.00/);
  assert.equal(sayChange([1], [1], false), 'No word is turned, so both are the same.');
});

test('the pages’ claims hold: late passes attend to no word, and still obey', async () => {
  const state = { ...asked, ask: ['black', 'narrow', 'serifed'] };
  const [, , parts, count] = prior.attentionShape;
  const shares: number[] = [];
  for (const seed of [1, 2, 3, 4]) {
    const trace = await sampled({ ...state, seed }, false);
    shares.push(meanOf(partsAt({ attention: trace.attention!, steps: STEPS, parts, words: count }, STEPS - 1, 0)));
  }
  assert.ok(Math.min(...shares) > 0.7);
});
