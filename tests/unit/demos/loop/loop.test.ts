/** The loop: a log from which everything is drawn again, its tree, and what is said of both. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figureOf } from '../../../../src/demos/loop/figure.ts';
import { captionOf } from '../../../../src/demos/loop/captions.ts';
import { changeIn } from '../../../../src/demos/base/changes.ts';
import { replay } from '../../../../src/demos/loop/plan/breed.ts';
import { railsOf } from '../../../../src/demos/loop/plan/rail.ts';
import { rowsOf } from '../../../../src/demos/loop/plan/rows.ts';
import { decidedIn, machineIn } from '../../../../src/demos/loop/plan/say.ts';
import { lineOf, wander } from '../../../../src/demos/loop/plan/wander.ts';
import { codec, cross, emptyState, fitsAddress, goTo, grow, MOST_SHEETS, nameOf, pick, plant, PROPOSALS, readLog, STEP, withdraw, writeLog, type LoopState } from '../../../../src/demos/loop/state.ts';
import { apart, uniform } from '../../../../src/inference/latent.ts';
import { openModel } from '../../../../src/models/open.ts';

const { styles: { gaussian } } = await openModel();

/** A tree grown by a generator's whims. */
function anyTree(seed: number, turns = 12): LoopState {
  const next = uniform(seed);
  const upTo = (count: number): number => Math.floor(next() * count);
  let state: LoopState = { ...emptyState, word: 'tree', seed: 1 + upTo(900) };
  for (let i = 0; i < turns; i++) {
    const ref = { sheet: upTo(state.sheets.length), no: upTo(PROPOSALS) };
    state = [
      () => pick(state, ref), () => pick(state, ref), () => cross(state, ref), () => grow(state, 'vary'), () => grow(state, 'breed'), () => grow(state, 'fresh'),
      () => goTo(state, ref.sheet), () => ({ ...state, width: STEP.least + STEP.by * upTo(19) }), () => ({ ...state, way: next() < 0.5 ? 'traits' as const : 'arc' as const }),
    ][upTo(9)]!();
  }
  return state;
}

test('any tree comes back from its address, as long as it fits', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const state = anyTree(seed);
    assert.ok(fitsAddress(state));
    assert.deepEqual(codec.decode(codec.encode(state, emptyState), emptyState), state);
    assert.deepEqual(readLog(writeLog(state.sheets)), state.sheets);
  }
});

test('a log with a gap is no log', () => {
  for (const log of ['', 'v1.1-35', 'f_v2.1-35', 'f_v1.9-35', 'f_v1.1-3', 'f_v1.1-101', 'f_b1.1-1.1-35-t', 'f_b1.1-1.2-35-x', 'f_v1.1-35-t', 'f_x', `f${'_f'.repeat(MOST_SHEETS)}`]) assert.equal(readLog(log), undefined, log);
});

test('the same log draws the same codes, whether at once or step by step', () => {
  const state = anyTree(5, 40);
  assert.ok(state.sheets.length > 4);
  const whole = replay(state, gaussian);
  let step = replay({ ...state, sheets: state.sheets.slice(0, 1) }, gaussian);
  for (let i = 2; i <= state.sheets.length; i++) step = replay({ ...state, sheets: state.sheets.slice(0, i) }, gaussian, step);
  assert.deepEqual(step.codes, whole.codes);
  const kept = replay(state, gaussian, whole);
  assert.ok(kept.codes.every((sheet, i) => sheet === whole.codes[i]), 'nothing that is known is drawn again');
});

describe('a child', () => {
  const parents = pick(pick(emptyState, { sheet: 0, no: 1 }), { sheet: 0, no: 5 });
  const bred = (way: 'traits' | 'arc') => {
    const state = grow({ ...parents, width: STEP.least, way }, 'breed');
    return replay(state, gaussian).codes;
  };
  test('varied lies as far from its parent as the step says, on average', () => {
    for (const width of [10, 40, 100]) {
      const { codes } = replay(grow({ ...pick(emptyState, { sheet: 0, no: 3 }), width }, 'vary'), gaussian);
      const mean = codes[1]!.reduce((sum, z) => sum + apart(z, codes[0]![3]!, gaussian), 0) / PROPOSALS;
      assert.ok(Math.abs(mean - width / 100) < 0.1 * (width / 100), `${mean} for ${width / 100}`);
    }
  });
  test('bred by traits is in each number near one of its parents', () => {
    const [first, second] = bred('traits');
    const [one, other] = [first![1]!, first![5]!];
    const deviation = gaussian.mean.map((_, k) => Math.sqrt(Array.from({ length: k + 1 }, (__, j) => (gaussian.chol[k * gaussian.mean.length + j] ?? 0) ** 2).reduce((a, b) => a + b, 0)));
    for (const z of second!) z.forEach((value, k) => assert.ok(Math.min(Math.abs(value - one[k]!), Math.abs(value - other[k]!)) < 5 * 0.05 * deviation[k]! + 1e-5, `number ${k}`));
  });
  test('bred on the arc goes over from the one to the other', () => {
    const [first, second] = bred('arc');
    const to = second!.map((z) => apart(z, first![5]!, gaussian));
    assert.ok(to[0]! > to[3]! && to[3]! > to[7]!);
  });
});

describe('what can be asked for', () => {
  const one = pick(emptyState, { sheet: 0, no: 2 });
  test('varying takes one, breeding two', () => {
    assert.equal(grow(emptyState, 'vary'), emptyState);
    assert.equal(grow(one, 'breed'), one);
    assert.equal(grow(one, 'vary').sheets.length, 2);
    const two = pick(one, { sheet: 0, no: 4 });
    assert.equal(grow(two, 'vary'), two);
    assert.equal(grow(two, 'breed').sheets.length, 2);
  });
  test('a third pick takes the place of the first, and a second click lets go', () => {
    const three = pick(pick(one, { sheet: 0, no: 4 }), { sheet: 0, no: 6 });
    assert.deepEqual(three.picked.map(nameOf), ['1.5', '1.7']);
    assert.deepEqual(pick(one, { sheet: 0, no: 2 }).picked, []);
  });
  test('what has children cannot be crossed out, and what is picked is let go by it', () => {
    const grown = grow(one, 'vary');
    assert.deepEqual(cross(grown, { sheet: 0, no: 2 }).crossed, []);
    assert.deepEqual(cross(one, { sheet: 0, no: 2 }), { ...emptyState, crossed: [{ sheet: 0, no: 2 }] });
  });
  test('a sheet taken back leaves the state it was asked for in', () => {
    const before = goTo(one, 0);
    assert.deepEqual(withdraw(grow(before, 'vary')), before);
    assert.equal(withdraw(emptyState), emptyState);
  });
  test('the tree has an end, and a new one other seeds', () => {
    let state: LoopState = emptyState;
    for (let i = 0; i < MOST_SHEETS + 5; i++) state = grow(state, 'fresh');
    assert.equal(state.sheets.length, MOST_SHEETS);
    assert.equal(plant(state).seed, emptyState.seed + MOST_SHEETS);
  });
});

test('lines of the tree never share a lane in a row, and arrive where they set out to', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const rails = railsOf(anyTree(seed, 60).sheets);
    rails.forEach(({ lane, through, enter, leave }, row) => {
      assert.equal(new Set([...through, lane]).size, through.length + 1, `row ${row} of tree ${seed}`);
      const below = new Set(rails.slice(row + 1).flatMap(({ enter: arrived }) => arrived));
      for (const each of leave) assert.ok(below.has(each));
      for (const each of enter) assert.ok(rails.slice(0, row).some((above) => above.leave.includes(each)));
    });
  }
});

test('who decided what is told, and a rule is not a person', () => {
  const state = cross(pick(grow(pick(emptyState, { sheet: 0, no: 2 }), 'vary'), { sheet: 1, no: 0 }), { sheet: 0, no: 7 });
  assert.equal(decidedIn(state, 0).said, 'picked 1.3, varied into sheet 2; crossed out 1.8');
  assert.equal(decidedIn(state, 1).said, '2.1 is picked, nothing asked of it yet');
  assert.equal(decidedIn(grow(emptyState, 'fresh'), 1).said, 'nothing decided here yet');
  const size = gaussian.mean.length;
  assert.equal(machineIn(state, 1, size), `seed 2 · ${8 * size} numbers drawn · step 0.35 σ around 1.3`);
  const ruled: LoopState = { ...emptyState, sheets: [{ how: 'fresh', by: 'rule' }, { how: 'vary', by: 'rule', from: [{ sheet: 0, no: 1 }], width: 35 }] };
  assert.ok(decidedIn(ruled, 0).byRule);
  assert.ok(!decidedIn(state, 0).byRule);
});

test('a change is told by what was measured, the greatest first', () => {
  assert.equal(changeIn([0, 0, 0, 0, 0, 0], [0.1, 0, 1.2, -0.4, undefined, 0]), 'more slanted to the right by 1.20, narrower by 0.40');
  assert.equal(changeIn([0, 0, 0, 0, 0, 0], [0.1, 0, 0, 0, 0, 0]), 'nothing by as much as 0.15');
});

test('a line is followed back to where it began', () => {
  const state = anyTree(9, 60);
  const drawn = replay(state, gaussian);
  state.sheets.forEach((_, sheet) => {
    const line = lineOf(state.sheets, { sheet, no: 0 });
    assert.equal(state.sheets[line[0]!.sheet]!.how, 'fresh');
    const walk = wander(drawn, { sheet, no: 0 }, gaussian);
    assert.ok(walk.walked >= walk.apart - 1e-6, 'no way is shorter than the straight one');
  });
});

describe('the figure', async () => {
  const figure = await figureOf();
  test('was made by the rule it names: the most slanted of each sheet has children', async () => {
    assert.equal(figure.slants.length, figure.start.sheets.length);
    figure.slants.forEach((slant, i) => assert.ok(slant > figure.offered[i]!));
    assert.match(captionOf(figure), new RegExp(`${figure.start.sheets.length} sheets of ${PROPOSALS}`));
    assert.ok(figure.slants.at(-1)! > figure.slants[0]!);
  });
  test('has a drawing for every box that its rows name', () => {
    const rows = rowsOf(figure.start, gaussian.mean.length);
    for (const { shown } of rows) for (const ref of shown) assert.ok(figure.pictures[`row-${nameOf(ref)}`]?.paths[0]?.d);
  });
});
