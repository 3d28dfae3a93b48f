/** Says in plain words why MDX does not parse, and what to write instead. */
import { nearest } from './nearest.ts';
import type { Place, Saying } from './types.ts';

/** What the MDX parser complained about. */
export interface Trouble {
  /** The parser's own sentence. */
  reason: string;
  /** The parser's name for the kind. */
  id: string;
  /** The part of the parser that complained. */
  from: string;
  /** Where it gave up, counted from the start of the body. */
  point: Place | undefined;
}

/** A parser's complaint, understood. */
export interface Explanation {
  /** Offset of the character that is to blame. */
  offset: number;
  saying: Saying;
  /** Offsets to cover so that the rest can be parsed. */
  cover: number[];
  /** Whether tags do not match; after another fault that `unbalances`, only its echo. */
  mismatch: boolean;
  /** Whether covering it takes a tag away, so that the tags after it no longer match. */
  unbalances: boolean;
}

/** What to write instead of a brace. */
export const braceAdvice = 'write the words without braces; a formula goes in inline code, `e^{x}`; a brace meant as a brace is \\{';
const balanced = { mismatch: false, unbalances: false };
const unbalanced = { mismatch: true, unbalances: true };
const tagAdvice = 'write “less than”, or put it in inline code, `< 10`';

/** Explains one complaint about `text`. */
export function explain(trouble: Trouble, text: string): Explanation {
  const at = trouble.point ? offsetOf(text, trouble.point) : text.length;
  if (trouble.from.endsWith('esm')) return code(text, at);
  if (trouble.from.endsWith('expression')) return brace(trouble, text, at);
  if (trouble.id === 'end-tag-mismatch') return mismatch(trouble, text, at);
  if (trouble.id === 'unexpected-closing-slash') return stray(text, at);
  if (trouble.id === 'unexpected-character' || trouble.id === 'unexpected-eof') return tag(trouble, text, at);
  return { offset: at, saying: { message: `this does not parse: ${plain(trouble.reason)}` }, cover: [], ...balanced };
}

function code(text: string, at: number): Explanation {
  const starts = [...text.slice(0, at + 1).matchAll(/^(?:import|export)\b/gm)];
  const offset = starts.at(-1)?.index ?? at;
  const word = /^\w+/.exec(text.slice(offset))?.[0] ?? 'import';
  return {
    offset,
    saying: { message: `a line that begins with “${word}” is read as code`, fix: `begin the line with another word; where code is meant, leave it out` },
    cover: [offset],
    ...balanced,
  };
}

function brace(trouble: Trouble, text: string, at: number): Explanation {
  const offset = openBrace(text, at);
  const message = trouble.id === 'unexpected-eof' ? '`{` begins code here, and nothing closes it' : '`{` begins code here, and what follows is not code';
  return { offset, saying: { message, fix: braceAdvice }, cover: [offset], ...balanced };
}

/** The last `{` before `at` that no `}` closes. */
function openBrace(text: string, at: number): number {
  let closed = 0;
  for (let offset = Math.min(at, text.length - 1); offset >= 0; offset--) {
    const character = text[offset];
    // The parser may stop at the very brace that closes the expression.
    if (character === '}' && offset < at) closed++;
    if (character === '{' && closed-- === 0) return offset;
  }
  return Math.max(0, text.lastIndexOf('{', at));
}

function mismatch(trouble: Trouble, text: string, at: number): Explanation {
  const opened = /closing tag for `<([^`>]*)>` \((\d+):(\d+)/.exec(trouble.reason);
  const name = opened?.[1] ?? '';
  const offset = opened ? offsetOf(text, { line: Number(opened[2]), column: Number(opened[3]) }) : at;
  const closing = /^Unexpected closing tag `<\/([^`>]*)>`/.exec(trouble.reason)?.[1];
  const typo = closing !== undefined && nearest(closing, [name]) === name;
  if (typo) {
    const saying = { message: `</${closing}> closes nothing`, expected: `</${name}>`, nearest: `</${name}>` };
    return { offset: at, saying, cover: [offset, at], ...unbalanced };
  }
  const before = /before the end of `(\w+)`/.exec(trouble.reason)?.[1];
  const where = closing !== undefined ? ` before </${closing}>` : before === 'paragraph' ? ' in the same paragraph' : before ? ' in the same place' : '';
  const fix =
    before === undefined || before !== 'paragraph'
      ? `add </${name}>${closing === undefined ? ' where the passage ends' : ` before </${closing}>`}`
      : `close it in the same paragraph, or put <${name}> and </${name}> on lines of their own`;
  return { offset, saying: { message: `<${name}> is not closed${where}`, expected: `</${name}>`, fix }, cover: [offset], ...unbalanced };
}

function stray(text: string, at: number): Explanation {
  const offset = text.lastIndexOf('<', at);
  const name = /^<\/\s*([\w.-]*)/.exec(text.slice(offset))?.[1] ?? '';
  return {
    offset,
    saying: { message: `</${name}> closes nothing`, fix: `add <${name}> where the passage begins, or take this away` },
    cover: [offset],
    ...unbalanced,
  };
}

function tag(trouble: Trouble, text: string, at: number): Explanation {
  const offset = trouble.id === 'unexpected-eof' ? openTag(text, at) : Math.max(0, text.lastIndexOf('<', Math.max(0, at - 1)));
  const rest = text.slice(offset);
  const known = { offset, cover: [offset], mismatch: false, unbalances: /^<\/?[A-Za-z]/.test(rest) };
  if (rest.startsWith('<!--')) {
    return { ...known, saying: { message: 'HTML comments are not part of MDX', fix: 'take the comment away; everything in the file is for readers' } };
  }
  const address = /^<((?:https?:\/\/|mailto:|[\w.+-]+@)[^\s>]*)>?/.exec(rest)?.[1];
  if (address !== undefined) {
    const target = address.includes('@') && !address.startsWith('mailto:') ? `mailto:${address}` : address;
    return { ...known, saying: { message: 'an address in angle brackets is read as a tag', fix: `[words for the link](${target})` } };
  }
  if (!/^<\/?[A-Za-z]/.test(rest)) {
    return { ...known, saying: { message: `\`<\` begins a tag here, and “${rest.slice(0, 2).trim()}” is not one`, fix: tagAdvice } };
  }
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1] ?? '';
  if (/attribute value$|before attribute value/.test(trouble.reason.split(', ')[0] ?? '')) {
    const unclosed = trouble.id === 'unexpected-eof';
    return {
      ...known,
      offset: unclosed ? offset : at,
      saying: unclosed
        ? { message: `a quotation mark in <${name}> is not closed`, expected: 'name="value", in straight quotation marks' }
        : { message: `a value in <${name}> is not in quotation marks`, expected: 'name="value", in straight quotation marks' },
    };
  }
  const isComponent = /^[A-Z]/.test(name);
  return {
    ...known,
    saying: {
      message: `\`<${name}\` begins a tag here, and the tag is not finished`,
      ...(isComponent ? { expected: `<${name} name="value">, in straight quotation marks` } : { fix: tagAdvice }),
    },
  };
}

/** The first tag in the block that ends at `at` whose `>` never comes. */
function openTag(text: string, at: number): number {
  const block = Math.max(text.lastIndexOf('\n\n', at - 1), text.lastIndexOf('\n\r\n', at - 1), -1) + 1;
  const starts = [...text.slice(block, at).matchAll(/<\/?[A-Za-z]/g)].map((match) => block + match.index);
  return starts.find((start) => !tagEnds(text.slice(start, at))) ?? Math.max(0, text.lastIndexOf('<', at));
}

function tagEnds(tagText: string): boolean {
  let quote = '';
  for (const character of tagText) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return true;
  }
  return false;
}

/** Offset in `text` of a point, both counted from its start. */
export function offsetOf(text: string, point: Place): number {
  let start = 0;
  for (let line = 1; line < point.line; line++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  return Math.min(text.length, start + point.column - 1);
}

function plain(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}
