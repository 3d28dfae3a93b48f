/** The shipped prior samples what PyTorch sampled when it was exported, and keeps its promises. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseManifest, readTensors } from '../../../src/inference/manifest.ts';
import { createPrior, type Prior, type SampleRequest } from '../../../src/inference/prior.ts';
import { collectGarbage } from '../../helpers/engine.ts';
import { readGoldenPrompts } from '../../helpers/golden.ts';

const folder = 'src/models/letterforms-1';
const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(`${folder}/${name}`));
const json = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
const manifest = parseManifest(json);
const size = manifest.latent.bones + manifest.latent.finish;
const bytes = read('prior.bin');
const prior = await createPrior(manifest, bytes);
const [blocks, heads, parts, count] = prior.attentionShape;
const bold = { words: [{ word: 'bold' }], guidance: 2, steps: 4, seed: 5 } satisfies SampleRequest;
const table = (): Float32Array => new Float32Array(blocks * heads * parts * count);
const distance = (a: Float32Array, b: Float32Array): number => Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? NaN)) ** 2, 0));
const worst = (a: Float32Array, b: Float32Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);

describe('golden outputs', () => {
  const { prompts, noise, sampled } = readGoldenPrompts();
  const rows = Array.from({ length: noise.length / size }, (_, i) => ({
    noise: noise.subarray(i * size, (i + 1) * size),
    sampled: sampled.subarray(i * size, (i + 1) * size),
    words: prior.words.flatMap((word, k) => ((prompts[i * count + k] ?? 0) > 0 && k > 0 ? [{ word, weight: prompts[i * count + k] }] : [])),
  }));
  test('there are twelve: without words, with one to three, and with weights other than one', () => {
    assert.deepEqual([rows.length, sampled.length, prompts.length], [12, 12 * size, 12 * count]);
    assert.deepEqual([...new Set(rows.map(({ words }) => words.length))].sort(), [0, 1, 2, 3]);
    assert.ok(rows.some(({ words }) => words.some(({ weight = 1 }) => weight !== 1)));
  });
  test('eight steps with guidance 2 keep within 0.001 of PyTorch, in standard deviations', () => {
    for (const { noise: from, sampled: right, words } of rows) {
      const at = from.slice();
      for (let step = 0; step < 8; step++) prior.velocity(at, step / 8, { words, guidance: 2 }).forEach((each, i) => void (at[i]! += each / 8));
      assert.ok(worst(at, right) <= 1e-3, `${worst(at, right)}`);
      // What is really reached; a step back would go unnoticed otherwise.
      assert.ok(worst(at, right) <= 1e-4, `${worst(at, right)}`);
    }
  });
  test('and the code is theirs: times the deviation, along the axes, from the mean', async () => {
    const { mean, axes, deviation } = await readTensors(manifest, 'prior', bytes);
    for (const { noise: from, sampled: right, words } of rows) {
      const expected = Float32Array.from({ length: size }, (_, i) => right.reduce((sum, each, k) => sum + each * (deviation?.data[k] ?? NaN) * (axes?.data[k * size + i] ?? NaN), mean?.data[i] ?? NaN));
      const code = prior.sample({ words, guidance: 2, steps: 8, seed: 0, noise: from });
      assert.ok(worst(code, expected) <= 1e-3, `${worst(code, expected)}`);
    }
  });
});

describe('a sample', () => {
  test('is the same for the same seed, and for another another', () => {
    const first = prior.sample(bold);
    prior.sample({ ...bold, seed: 6, words: [{ word: 'thin' }] });
    assert.deepEqual(prior.sample(bold), first);
    assert.ok(distance(prior.sample({ ...bold, seed: 6 }), first) > 0.1);
  });
  test('begins at the noise of its seed', () => {
    assert.deepEqual(prior.sample({ ...bold, seed: 99, noise: prior.noise(5) }), prior.sample(bold));
  });
  test('is the steps that the velocity tells', () => {
    const at = prior.noise(5);
    for (let step = 0; step < 4; step++) {
      const speed = prior.velocity(at, step / 4, bold);
      for (let i = 0; i < size; i++) at[i]! += (speed[i] ?? NaN) / 4;
    }
    assert.deepEqual(prior.toCode(at), prior.sample(bold));
  });
  test('is written where it is wanted', () => {
    const out = new Float32Array(size);
    assert.equal(prior.sample(bold, out), out);
    assert.deepEqual(out, prior.sample(bold));
    const at = prior.noise(1);
    const speed = prior.velocity(at, 0, bold);
    assert.deepEqual(prior.velocity(at, 0, bold, at), speed);
  });
});

describe('the words', () => {
  test('change what is made, and guidance makes them count more', () => {
    const shift = (guidance: number): number => distance(prior.sample({ ...bold, guidance }), prior.sample({ ...bold, words: [] }));
    assert.ok(shift(1) > 0.01 && shift(2) > shift(1), `${shift(1)}, ${shift(2)}`);
  });
  test('are ignored with guidance 0', () => {
    const without = prior.sample({ ...bold, words: [], guidance: 1 });
    assert.deepEqual(prior.sample({ ...bold, guidance: 0 }), without);
    assert.deepEqual(prior.sample({ ...bold, guidance: 0 }, undefined, table()), without);
  });
  test('of weight 0 are not there, and those given twice weigh twice', () => {
    assert.deepEqual(prior.sample({ ...bold, words: [{ word: 'bold' }, { word: 'wide', weight: 0 }] }), prior.sample(bold));
    assert.deepEqual(prior.sample({ ...bold, words: [{ word: 'bold' }, { word: 'bold', weight: 0.5 }] }), prior.sample({ ...bold, words: [{ word: 'bold', weight: 1.5 }] }));
  });
  test('change the code little by little with their weight', () => {
    const at = (weight: number): Float32Array => prior.sample({ ...bold, words: [{ word: 'bold', weight }] });
    const whole = distance(at(0.5), at(1.5));
    assert.ok(whole > 0.01, `${whole}`);
    for (let i = 0; i < 20; i++) {
      const step = distance(at(0.5 + i / 20), at(0.55 + i / 20));
      assert.ok(step > 0 && step < whole / 5, `from ${0.5 + i / 20}: ${step} of ${whole}`);
    }
  });
});

describe('attention', () => {
  const { words, guidance } = bold;
  test('of every part in every head of every block adds up to one', () => {
    const attention = table();
    prior.sample(bold, undefined, attention);
    for (let row = 0; row < attention.length; row += count) {
      const shares = attention.subarray(row, row + count);
      assert.ok(shares.every((share) => share >= 0));
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-5);
    }
  });
  test('falls on the words that are there, and on a heavier one more', () => {
    const share = (weight: number): number => {
      const attention = table();
      prior.velocity(prior.noise(1), 0.5, { words: [{ word: 'bold', weight }, { word: 'wide' }], guidance }, undefined, attention);
      const total = (word: string): number => attention.reduce((sum, each, i) => (i % count === prior.words.indexOf(word) ? sum + each : sum), 0) / (attention.length / count);
      assert.ok(total('narrow') < 1e-3);
      assert.ok(total('wide') > 0);
      return total('bold');
    };
    assert.ok(share(0) < 1e-3 && share(1) > share(0.5) && share(2) > share(1));
  });
  test('is that of the prompt as given, whatever the guidance', () => {
    const [one, other] = [table(), table()];
    prior.sample({ ...bold, steps: 1 }, undefined, one);
    for (const strength of [0, 1]) {
      prior.sample({ ...bold, steps: 1, guidance: strength }, undefined, other.fill(0));
      assert.deepEqual(one, other);
    }
  });
  test('is of the last step', () => {
    const [one, other] = [table(), table()];
    prior.sample({ ...bold, steps: 1 }, undefined, one);
    prior.velocity(prior.noise(bold.seed), 0, { words, guidance }, undefined, other);
    assert.deepEqual(one, other);
    prior.sample({ ...bold, steps: 2 }, undefined, one);
    const at = prior.noise(bold.seed);
    const speed = prior.velocity(at, 0, bold);
    prior.velocity(at.map((each, i) => each + (speed[i] ?? NaN) / 2), 0.5, bold, undefined, other);
    assert.deepEqual(one, other);
  });
});

test('steps allocate nothing to speak of', async () => {
  const out = new Float32Array(size);
  prior.sample({ ...bold, steps: 60 }, out);
  await collectGarbage();
  const before = process.memoryUsage();
  prior.sample({ ...bold, steps: 60 }, out);
  const after = process.memoryUsage();
  assert.equal(after.arrayBuffers, before.arrayBuffers);
  // Until the code is compiled, numbers on the way are boxed; the arrays of a step alone would be 20 KB.
  assert.ok((after.heapUsed - before.heapUsed) / 60 < 6_000, `${after.heapUsed - before.heapUsed} bytes for 60 steps`);
});

describe('what is refused', () => {
  const list = prior.words.slice(1).join(', ');
  const cases: Readonly<Record<string, [(prior: Prior) => unknown, string]>> = {
    'a word it does not know': [() => prior.sample({ ...bold, words: [{ word: 'fat' }] }), `This model does not know the word “fat”; it knows ${list}.`],
    'the word that stands for none': [() => prior.sample({ ...bold, words: [{ word: prior.words[0] ?? '' }] }), `This model does not know the word “·”; it knows ${list}.`],
    'a weight below nothing': [() => prior.sample({ ...bold, words: [{ word: 'bold', weight: -1 }] }), 'The weight of “bold” is a number from 0 to 10, not -1.'],
    'a weight that is no number': [() => prior.sample({ ...bold, words: [{ word: 'bold', weight: NaN }] }), 'The weight of “bold” is a number from 0 to 10, not NaN.'],
    'endless guidance': [() => prior.sample({ ...bold, guidance: Infinity }), 'Guidance is a number from -10 to 10, not Infinity.'],
    'no step': [() => prior.sample({ ...bold, steps: 0 }), 'The number of steps is a whole number from 1 to 1000, not 0.'],
    'half a step': [() => prior.sample({ ...bold, steps: 2.5 }), 'The number of steps is a whole number from 1 to 1000, not 2.5.'],
    'half a seed': [() => prior.sample({ ...bold, seed: 0.5 }), 'A seed is a whole number from -2147483648 to 4294967295, not 0.5.'],
    'too little noise': [() => prior.sample({ ...bold, noise: new Float32Array(size - 1) }), `The noise of this model is ${size} plain numbers.`],
    'a time after the end': [() => prior.velocity(prior.noise(1), 1.1, bold), 'The time is a number from 0 to 1, not 1.1.'],
    'a code that is not numbers': [() => prior.velocity(new Float32Array(size).fill(NaN), 0, bold), `A standardised code of this model is ${size} plain numbers.`],
    'too little room': [() => prior.sample(bold, new Float32Array(size - 1)), `The result takes ${size} numbers, and a table of attention ${prior.attentionShape.join(' × ')}.`],
    'too little room for attention': [() => prior.sample(bold, undefined, new Float32Array(3)), `The result takes ${size} numbers, and a table of attention ${prior.attentionShape.join(' × ')}.`],
  };
  for (const [name, [call, message]] of Object.entries(cases)) test(name, () => void assert.throws(() => call(prior), { name: 'ModelError', code: 'input', message }));

  test('a file with a bit flipped', async () => {
    const wrong = bytes.slice();
    wrong[5000]! ^= 16;
    await assert.rejects(createPrior(manifest, wrong), { code: 'damaged', message: 'The model’s file prior.bin is damaged: it is not the one that the manifest speaks of.' });
  });
  test('a model without a prior', async () => {
    const { files: { decoder }, tensors } = manifest;
    await assert.rejects(createPrior(parseManifest({ ...json, files: { decoder }, tensors }), bytes), { code: 'manifest', message: 'This model has no prior, so it cannot be asked in words.' });
  });
  test('a network other than the manifest says', async () => {
    await assert.rejects(createPrior(parseManifest({ ...json, prior: { ...json.prior, words: prior.words.slice(1) } }), bytes), { code: 'manifest', message: /words\.shape should be \[\d+,64\], not \[\d+,64\]/ });
    await assert.rejects(createPrior(parseManifest({ ...json, prior: { ...json.prior, blocks: 9 } }), bytes), { code: 'manifest', message: /tensor cross\.\d\.query\.weight should be there, not nothing/ });
  });
  const forms: Readonly<Record<string, [unknown, string]>> = {
    'a file of a prior of unknown shape': [undefined, `prior.parts should be a number from 1 to ${size}, not nothing.`],
    'parts that the code cannot be cut into': [{ parts: 7 }, `prior.parts should be a divisor of ${size}, not 7.`],
    'parts that do not make up the code': [{ size: 5 }, 'prior.size should be 4, not 5.'],
    'heads of unequal width': [{ width: 66 }, 'prior.width should be a multiple of 16, not 66.'],
    'a word twice': [{ words: ['·', 'bold', 'bold'] }, 'prior.words should be words, each once, not ["·","bold","bold"].'],
    'a word that is none': [{ words: ['·', ''] }, 'prior.words.1 should be a word, not "".'],
  };
  for (const [name, [change, message]] of Object.entries(forms)) {
    test(name, async () => {
      const form = change ? { parts: size / 4, size: 4, width: 64, blocks: 3, heads: 4, words: ['·', 'bold'], ...change } : undefined;
      await assert.rejects(createPrior(parseManifest({ ...json, prior: form }), bytes), { code: 'manifest', message: `The model’s manifest cannot be used: ${message}` });
    });
  }
});
