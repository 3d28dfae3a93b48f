import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflectionIndex, inflections } from '../../../../src/lib/glossary/inflections.ts';
import { entry, indexOf } from '../../../helpers/terms.ts';

describe('the other forms of a label', () => {
  const cases: [label: string, forms: string[]][] = [
    ['truncation', ['truncate', 'truncates', 'truncated', 'truncating']],
    ['diffusion', ['diffuse', 'diffused', 'diffusing']],
    ['compression', ['compress', 'compresses', 'compressed']],
    ['tokenisation', ['tokenise', 'tokenised']],
    ['reconstruction', ['reconstruct', 'reconstructed']],
    ['inpainting', ['inpaint', 'inpaints', 'inpainted']],
    ['sampling', ['sample', 'samples', 'sampled']],
    ['cropping', ['crop', 'crops', 'cropped']],
    ['crop', ['cropped', 'cropping']],
    ['bias', ['biased']],
    ['style', ['styled', 'styling']],
    ['copy', ['copies', 'copied', 'copying']],
  ];
  for (const [label, forms] of cases) {
    test(`${label}: ${forms.join(', ')}`, () => assert.deepEqual(forms.filter((form) => !inflections(label).includes(form)), []));
  }
  test('never include the label itself', () => assert.ok(cases.every(([label]) => !inflections(label).includes(label))));
  for (const label of ['CLIP', 'LoRA', 'latent space', 'in-between', 'C++', '']) test(`“${label}” has none`, () => assert.deepEqual(inflections(label), []));
});

describe('the index of forms', () => {
  const terms = [
    entry('sampling-model', { term: 'sampling' }),
    entry('sampling-music', { term: 'sampling', side: 'creative', bridges: [{ to: 'sampling-model', relation: 'false-friend', breaks: 'b', sayToMakers: 'm', sayToEngineers: 'e' }] }),
    entry('sample', { aliases: ['sampled set'] }),
    entry('masking'),
    entry('take', { everyday: true }),
  ];
  const index = inflectionIndex(terms, indexOf(...terms));
  test('names every entry that a form may mean', () => assert.deepEqual(index.get('sampled'), ['sample', 'sampling-model', 'sampling-music']));
  test('leaves out what is a label by itself, plurals too', () => assert.ok(!index.has('sample') && !index.has('samples')));
  test('has no forms of everyday words', () => assert.ok(!index.has('taking')));
  test('has no very short words', () => assert.ok([...index.keys()].every((form) => form.length >= 4)));
});
