import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planSearch } from '../../../src/search/rank.ts';
import { say } from '../../../src/search/say.ts';
import { index } from './small.ts';

const said = (typed: string, pages: number): string => {
  const plan = planSearch(index, undefined, typed);
  const { answer, count } = say(index, typed, plan, plan.answers, pages);
  return answer + count;
};

test('an answer is said with its side and its nearest counterpart', () => assert.equal(said('mode collapse', 3), 'mode collapse, in the lab; across: mannerism, close. 3 pages'));
test('an answer without a bridge is said by itself', () => assert.equal(said('evaluation gap', 1), 'evaluation gap, on both sides. 1 page'));
test('a mended slip is said to be one', () => assert.match(said('manerism', 2), /^Shown for “mannerism”\. /));
test('nothing is said to be nothing', () => assert.match(said('zebra', 0), /^Nothing on either side answers to “zebra”/));
