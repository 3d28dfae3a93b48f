import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { judge, obeysAll, tally, type Band } from '../../../../../src/demos/base/prior/obey.ts';
import { bandOn, endsOf, LENGTH, placeOn, ticksOf } from '../../../../../src/demos/out-of-noise/plan/rule.ts';
import { sayAll, sayBand, sayGuidance, sayPass, sayStrength, sayTally, sayVerdicts } from '../../../../../src/demos/out-of-noise/plan/say.ts';
import { bands } from '../../../../../src/demos/base/prior/build.ts';
import type { Attributes } from '../../../../../src/drawing/attributes.ts';
import bandsJson from '../../../../../src/models/letterforms-1/bands.json' with { type: 'json' };

const measured = (part: Partial<Attributes>): Attributes => ({ weight: 0.15, contrast: 1.2, slant: 0, width: 1, xHeight: 0.72, serif: 0, ...part });
const bold: Band = { attribute: 'weight', least: 0.2 };
const made = new Map<string, Band>([['bold', bold], ['regular', { attribute: 'weight', least: 0.12, most: 0.2 }], ['slanted', { attribute: 'slant', least: 9.5 }]]);

describe('a verdict', () => {
  for (const [name, band, weight, expected] of [
    ['at the edge of a band is obeyed', bold, 0.2, 'obeyed'],
    ['below it is not', bold, 0.199, 'not'],
    ['has no upper end where the band is open', bold, 9, 'obeyed'],
    ['above a closed band is not', made.get('regular')!, 0.201, 'not'],
    ['of letters past measuring is neither', bold, NaN, 'unmeasured'],
  ] as const) test(name, () => assert.equal(judge(band, measured({ weight })), expected));
});

describe('a count', () => {
  const told = [0.3, 0.1, NaN, 0.25].map((weight, i) => measured({ weight, slant: i === 3 ? 0 : 12 }));
  const tallies = tally(['bold', 'slanted', 'monospace'], made, told, [measured({ weight: 0.3 }), measured({})]);
  test('is of the words that can be measured', () => assert.deepEqual(tallies.map(({ word }) => word), ['bold', 'slanted']));
  test('tells what obeys from what cannot be measured, and from chance', () => {
    const [first] = tallies;
    assert.deepEqual([first?.obeyed, first?.unmeasured, first?.unasked], [2, 1, 1]);
    assert.deepEqual(first?.told, [0.3, 0.1, NaN, 0.25]);
    assert.equal(sayTally(first!), '2 of 4, 1 past measuring; unasked 1');
  });
  test('of all is of takes that obey every word', () => {
    assert.deepEqual(told.map((each) => obeysAll(['bold', 'slanted', 'monospace'], made, each)), [true, false, false, false]);
    assert.equal(obeysAll(['monospace'], made, told[0]!), false);
    assert.equal(sayAll(1, 4, 2), '1 of 4 obey every word.');
    assert.equal(sayAll(0, 4, 0), 'None of these words can be measured.');
  });
});

describe('a ruler', () => {
  const ends = [1, 4] as const;
  test('has all but the oddest typefaces on it', () => assert.deepEqual(endsOf(Array.from({ length: 201 }, (_, i) => i).concat(NaN)), [2, 198]));
  test('keeps ratios apart by how much larger they are', () => {
    assert.equal(placeOn('contrast', ends, 2), LENGTH / 2);
    assert.equal(placeOn('slant', ends, 2.5), LENGTH / 2);
  });
  test('has what lies beyond its ends just past them', () => assert.deepEqual([0, 1, 4, 99].map((value) => placeOn('slant', ends, value)), [10, 20, 980, 990]));
  test('has a tick for whatever could be measured', () => assert.equal(ticksOf('slant', ends, [1, NaN, 4]), 'M20 0v1M980 0v1'));
  test('has a band to its end where the band is open', () => {
    assert.deepEqual(bandOn({ attribute: 'slant', least: 2.5 }, ends), { x: 500, width: 500 });
    assert.deepEqual(bandOn({ attribute: 'slant', most: 2.5 }, ends), { x: 0, width: 500 });
  });
});

describe('what is said', () => {
  test('names each word, and what was measured for it', () => {
    assert.equal(sayVerdicts(['bold', 'slanted', 'monospace'], made, measured({ weight: 0.24, slant: -1.26 })), 'bold: obeyed, stems 0.24; slanted: not obeyed, lean −1.3°; monospace: a kind of typeface, which no ruler settles.');
    assert.equal(sayVerdicts(['bold'], made, measured({ weight: NaN })), 'bold: too unlike letters to be measured.');
    assert.equal(sayVerdicts([], made, measured({})), 'Nothing was asked.');
  });
  test('counts only what can be measured', () => {
    assert.equal(sayStrength(['bold', 'monospace'], made, measured({}), 1.25), '0 of 1 obeyed, 1.3\u00a0out');
    assert.equal(sayStrength(['monospace'], made, measured({}), 0.5), '0.5\u00a0out');
  });
  for (const [band, expected] of [
    [bold, 'stems 0.20 of a cap height or more'],
    [{ attribute: 'contrast', most: 1.1575 }, 'thick to thin 1.16 or less'],
    [{ attribute: 'slant', least: -0.33, most: 6.04 }, 'lean −0.3 to 6.0°'],
  ] as const) test(expected, () => assert.equal(sayBand(band), expected));
  for (const [t, steps, expected] of [[0, 16, 'noise, before pass 1 of 16'], [0.312, 16, 'pass 5 of 16'], [0.34, 16, 'pass 5.4 of 16'], [1, 1, 'pass 1 of 1']] as const) {
    test(expected, () => assert.equal(sayPass(t, steps), expected));
  }
  test('of a strength is its number and what it does', () => assert.deepEqual([0, 1, 2.5, 6].map(sayGuidance), ['0.0 · the words go unheard', '1.0 · as learnt', '2.5 · pressed', '6.0 · shouted']));
});

describe('the shipped bands', () => {
  const manifest: { files: { prior: { sha256: string } }; prior: { words: string[] } } = JSON.parse(readFileSync('src/models/letterforms-1/manifest.json', 'utf8'));
  test('belong to the shipped prior; after training it anew, run `python3 -m letterforms.bands`', () => assert.equal(bandsJson.prior, manifest.files.prior.sha256));
  test('are of words that it knows, and leave out none but kinds of typeface', () => {
    const known = manifest.prior.words.slice(1);
    assert.deepEqual([...bands.keys()].filter((word) => !known.includes(word)), []);
    assert.deepEqual(known.filter((word) => !bands.has(word)).sort(), ['display', 'handwriting', 'monospace', 'sans-serif', 'serif']);
  });
  test('are none of them empty', () => {
    for (const [word, { least = -Infinity, most = Infinity }] of bands) assert.ok(least < most, word);
  });
});
