import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aboutWord, MOST_LETTERS, readWord } from '../../../../src/demos/base/words.ts';

const GLYPHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&!?.,'-";
const read = (typed: string) => readWord(typed, GLYPHS);

describe('a typed word', () => {
  for (const [name, typed, text] of [
    ['is drawn as it was typed', 'Hamburg', 'Hamburg'],
    ['keeps single spaces, and none at the ends', '  two   words ', 'two words'],
    ['may use the apostrophe and dash of good typing', 'it’s – so', "it's - so"],
    ['is drawn without what the model does not know', 'Łódź', 'd'],
    ['leaves no space where an unknown letter stood alone', 'a 中 b', 'a b'],
  ] as const) {
    test(name, () => assert.equal(read(typed).text, text));
  }
  test('has one glyph for every letter that is not a space', () => {
    const { text, glyphs } = read('two words, 2026!');
    assert.equal([...text.replaceAll(' ', '')].map((letter) => GLYPHS.indexOf(letter)).join(), glyphs.join());
  });
  test('an accent typed as a character of its own belongs to its letter', () => assert.deepEqual(read('cafe\u0301').unknown, ['é']));
  test('an emoji of several code points is one sign', () => assert.deepEqual(read('a👩‍🎨b').unknown, ['👩‍🎨']));
  test('too long a word is drawn as far as it goes', () => {
    const { glyphs, left } = read('abcdefghijklmnopqrstuv');
    assert.deepEqual([glyphs.length, left], [MOST_LETTERS, 22 - MOST_LETTERS]);
  });
});

describe('what is said about it', () => {
  for (const [name, typed, said] of [
    ['nothing, where all of it is drawn', 'between', ''],
    ['what is left out, once each', 'Łódź Ł', 'The model never learned “Ł”, “ó” or “ź”: left out.'],
    ['only the first few of many', 'éèêëàâ', 'The model never learned “é”, “è”, “ê” or “ë” and others: left out.'],
    ['how much of a long word is kept', 'abcdefghijklmnopq', 'The first 16 letters are drawn; 1 more is kept in the field.'],
    ['what may be typed, where nothing was', ' ', "Type a word: A to Z, a to z, figures and & ! ? . , ' -"],
  ] as const) {
    test(name, () => assert.equal(aboutWord(read(typed)), said));
  }
});
