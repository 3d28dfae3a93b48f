import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findTerms } from '../../../../src/lib/glossary/find-terms.ts';
import { buildTermIndex } from '../../../../src/lib/glossary/term-index.ts';
import { bridge, entry, indexOf } from '../../../helpers/terms.ts';

const index = indexOf(
  entry('latent-space', { aliases: ['space of latents'] }),
  entry('latent-space-interpolation'),
  entry('in-betweening', { term: 'in-betweening', side: 'creative', aliases: ['artist’s proof'] }),
  entry('mask'),
  entry('bias-model', { term: 'bias' }),
  entry('fid', { term: 'FID' }),
  entry('gan', { term: 'GAN' }),
  entry('lora', { term: 'LoRA' }),
  entry('controlnet', { term: 'ControlNet' }),
  entry('clip-score', { term: 'CLIP score' }),
  entry('adam', { term: 'Adam' }),
  entry('patina', { term: 'pátina', side: 'creative' }),
  entry('c-plus-plus', { term: 'C++' }),
  entry('and-or', { term: 'and/or graph' }),
  entry('noise', { term: 'noise' }),
  entry('style-model', { term: 'style', bridges: [bridge('style-tradition', 'false-friend')] }),
  entry('style-tradition', { term: 'style', side: 'creative' }),
  entry('style-transfer', { term: 'style transfer' }),
);
/** Mentions as “id: the text they cover”. */
const found = (text: string): string[] => findTerms(text, index).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

describe('findTerms', () => {
  const cases: [says: string, text: string, expected: string[]][] = [
    ['finds a label', 'A latent space is wide.', ['latent-space: latent space']],
    ['finds a label at the start of a sentence', 'Latent space is wide.', ['latent-space: Latent space']],
    ['takes the longest label', 'latent space interpolation', ['latent-space-interpolation: latent space interpolation']],
    ['falls back to the shorter label', 'latent space interpretation', ['latent-space: latent space']],
    ['goes on after a label that began in vain', 'latent latent space', ['latent-space: latent space']],
    ['finds labels one after another', 'mask, noise; mask.', ['mask: mask', 'noise: noise', 'mask: mask']],
    ['finds a plural at the end of a sentence', 'We drew masks.', ['mask: masks']],
    ['finds a plural in -es', 'Two biases.', ['bias-model: biases']],
    ['leaves a possessive outside', 'the mask’s edge and the mask\'s edge', ['mask: mask', 'mask: mask']],
    ['leaves the apostrophe of a plural outside', 'the masks’ edges', ['mask: masks']],
    ['does not find a label inside a word', 'unmask, masked, masking', []],
    ['does not find a label inside a hyphenated word', 'mask-making, un-mask, mask\u2010like', []],
    ['does not stop inside a compound', 'latent space-time', []],
    ['finds a label beside dashes', 'mask–frisket and noise—again', ['mask: mask', 'noise: noise', ]],
    ['finds a label in quotes', '“mask” and ‘noise’ and \'mask\'', ['mask: mask', 'noise: noise', 'mask: mask']],
    ['treats an accented letter as a letter', 'maské, émask', []],
    ['finds a label with a composed accent', 'La pátina.', ['patina: pátina']],
    ['finds a label with a combining accent', 'La pa\u0301tina.', ['patina: pa\u0301tina']],
    ['reads a hyphenated label as one', 'in-betweening', ['in-betweening: in-betweening']],
    ['accepts a space for the hyphen', 'some in betweening', ['in-betweening: in betweening']],
    ['accepts a hyphen for the space', 'a latent-space walk', ['latent-space: latent-space']],
    ['accepts a line break inside a label', 'a latent\nspace', ['latent-space: latent\nspace']],
    ['accepts an unbreakable space', 'a latent\u00A0space', ['latent-space: latent\u00A0space']],
    ['does not cross a paragraph', 'a latent\n\nspace', []],
    ['does not cross a full stop', 'It is latent. Space is wide.', []],
    ['accepts either apostrophe in a label', 'artist\'s proof, artist’s proof', ['in-betweening: artist\'s proof', 'in-betweening: artist’s proof']],
    ['matches an acronym by its case', 'FID, fid, Fid', ['fid: FID']],
    ['matches the plural of an acronym', 'GANs but not gans or GANS', ['gan: GANs']],
    ['matches a word with inner capitals by its case', 'LoRA, lora, ControlNets, controlnet', ['lora: LoRA', 'controlnet: ControlNets']],
    ['asks only the acronym of a longer label for its case', 'CLIP Scores, CLIP score, clip score', ['clip-score: CLIP Scores', 'clip-score: CLIP score']],
    ['takes a capitalised word alone for a name', 'Adam and adam', ['adam: Adam']],
    ['never links a label that ends in a sign', 'C, C++', []],
    ['wants a mark inside a label to be there', 'an and/or graph, an and or graph', ['and-or: and/or graph']],
    ['passes over an ambiguous label', 'the style, two styles', []],
    ['finds a longer label that begins with an ambiguous one', 'style transfer', ['style-transfer: style transfer']],
    ['finds nothing in nothing', '', []],
  ];
  for (const [says, text, expected] of cases) test(says, () => assert.deepEqual(found(text), expected));

  test('tells the label as the entry writes it', () => {
    assert.deepEqual(findTerms('Spaces of latents', index), []);
    assert.deepEqual(findTerms('a Space of latents', index), [{ id: 'latent-space', start: 2, end: 18, label: 'space of latents' }]);
  });
  test('prefers the acronym to the common word in the same letters', () => {
    const clips = indexOf(entry('clip', { side: 'creative' }), entry('clip-model', { term: 'CLIP' }));
    assert.deepEqual(findTerms('CLIP saw a clip. Clip it.', clips).map(({ id }) => id), ['clip-model', 'clip', 'clip']);
  });
  test('a label under dispute uses its words up', () => {
    const { index: disputed } = buildTermIndex([entry('a', { term: 'noise' }), entry('b', { term: 'noise' }), entry('film-noise', { term: 'film' })]);
    assert.deepEqual(findTerms('noise film', disputed).map(({ id }) => id), ['film-noise']);
  });
});
