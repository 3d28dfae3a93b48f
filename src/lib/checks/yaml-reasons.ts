/** Says in plain words why YAML does not parse, and what to write instead. */
import { isScalar, visit, type Document, type YAMLError } from 'yaml';
import type { Saying } from './types.ts';

/** A complaint of the YAML parser, understood: where it is, as an offset of the YAML, and what to say. */
export interface YamlExplanation {
  offset: number;
  saying: Saying;
}

const quoteIt = 'put the value in quotes: "…"';
const indent: Saying = { message: 'this line is not indented like its neighbours', expected: 'the same number of spaces as the lines beside it' };

/** What the parser's complaints mean where its code is enough to tell. */
const byCode: Readonly<Record<string, Saying>> = {
  BAD_DQ_ESCAPE: { message: 'a backslash in “"…"” starts an escape that YAML does not know', fix: "use single quotes: '…'" },
  BAD_INDENT: indent,
  BAD_SCALAR_START: { message: 'a value cannot begin with this character', fix: quoteIt },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a colon and a space begin a field here, inside a value', fix: quoteIt },
  BLOCK_IN_FLOW: { message: 'a comma is missing between two fields in brackets, or a value has a colon in it', fix: 'add the comma, or put the value in quotes: "…"' },
  MULTILINE_IMPLICIT_KEY: { message: 'a colon is missing after this field name', expected: 'name: value' },
  MULTIPLE_DOCS: { message: 'a second `---` begins another document', expected: 'one block of YAML' },
  TAB_AS_INDENT: { message: 'a tab indents this line', expected: 'spaces' },
  UNEXPECTED_TOKEN: { message: 'this does not belong here', expected: 'name: value, one a line' },
};

/** Explains one complaint of the parser about `text`, the YAML it read. */
export function explainYaml(error: YAMLError, text: string, document: Document): YamlExplanation {
  const offset = error.pos[0];
  const rest = text.slice(offset).split('\n', 1)[0] ?? '';
  const at = (saying: Saying): YamlExplanation => ({ offset, saying });
  if (/^Missing closing ['"]quote/.test(error.message)) {
    return { offset: openQuote(document, text) ?? offset, saying: { message: 'a quotation mark opens here, and nothing closes it', expected: 'the same quotation mark at the end of the value' } };
  }
  const bracket = /end with a ([\]}])$/.exec(error.message)?.[1];
  if (bracket) return at({ message: `a bracket above is not closed`, expected: `\`${bracket}\`` });
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR') {
    const glued = /^([\w-]+):(\S.*)$/.exec(rest.trimEnd());
    if (glued) return at({ message: 'a space is missing after the colon', fix: `${glued[1]}: ${glued[2]}` });
    if (/map values$|single line$/.test(error.message)) return at(byCode['MULTILINE_IMPLICIT_KEY'] as Saying);
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && (error.message.includes('sequence') || !/:\s/.test(rest))) {
    return at(error.message.includes('sequence') ? indent : { message: 'the line below is indented, as if it belonged to this value', expected: indent.expected });
  }
  if (error.code === 'UNEXPECTED_TOKEN' && /['"][ \t]*$/.test(text.slice(0, offset).split('\n').at(-1) ?? '')) {
    return at({ message: 'the value goes on after its closing quotation mark', fix: 'put the whole value in the other kind of quotes' });
  }
  if (error.code === 'UNEXPECTED_TOKEN' && error.message.includes('block-seq-ind')) {
    return at({ message: 'a list begins on the line of its field', fix: 'begin it on the next line, or write [one, two]' });
  }
  return at(byCode[error.code] ?? { message: error.message.charAt(0).toLowerCase() + error.message.slice(1) });
}

/** A quoted value that runs over several lines is the one whose end is missing; else the last one is. */
function openQuote(document: Document, text: string): number | undefined {
  const quoted: [number, number][] = [];
  visit(document, (_key, node) => {
    if (isScalar(node) && node.range && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) quoted.push([node.range[0], node.range[1]]);
  });
  return (quoted.find(([start, end]) => text.slice(start, end).includes('\n')) ?? quoted.at(-1))?.[0];
}
