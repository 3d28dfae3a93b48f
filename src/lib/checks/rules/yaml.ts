/** Front matter and YAML files: well formed, each field once, nothing clever. */
import { isAlias, isNode, isScalar, visit, type YAMLError } from 'yaml';
import { fault } from '../fault.ts';
import { fileStart, placeOfOffset } from '../position.ts';
import type { CheckedEntry } from '../site.ts';
import type { Fault, Saying } from '../types.ts';

const quoteIt = 'put the value in quotes: "…"';

/** What the YAML parser's complaints mean to a writer, by its code. */
const reasons: Readonly<Record<string, Saying>> = {
  BAD_DQ_ESCAPE: { message: 'a backslash in “"…"” starts an escape that YAML does not know', fix: "use single quotes: '…'" },
  BAD_INDENT: { message: 'this line is not indented like its neighbours', expected: 'the same number of spaces as the lines beside it' },
  BAD_SCALAR_START: { message: 'a value cannot begin with this character', fix: quoteIt },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a colon and a space begin a field here, inside a value', fix: quoteIt },
  BLOCK_IN_FLOW: { message: 'a list or group in brackets holds something that belongs on lines of its own', fix: 'close the bracket, or write one item a line' },
  MISSING_CHAR: { message: 'a quotation mark, bracket or colon is missing', expected: 'every " ] } that was opened, and a colon after each field name' },
  MULTILINE_IMPLICIT_KEY: { message: 'a colon is missing after this field name', expected: 'name: value' },
  MULTIPLE_DOCS: { message: 'a second `---` begins another document', expected: 'one block of YAML' },
  TAB_AS_INDENT: { message: 'a tab indents this line', expected: 'spaces' },
  UNEXPECTED_TOKEN: { message: 'this does not belong here', expected: 'name: value, one a line' },
};

/** Rules `yaml-syntax`, `yaml-duplicate-key`, `yaml-date`, `yaml-alias` and `front-matter`. */
export function checkYaml(entry: CheckedEntry): Fault[] {
  const { source } = entry;
  const { yaml } = source;
  if (!yaml) {
    const saying = { message: 'the file has no front matter', expected: '`---`, fields, `---` at the very top', fix: 'copy the head of another file of this folder' };
    return [fault(entry, 'front-matter', fileStart, saying)];
  }
  const faults = yaml.errors.map((error) => syntaxFault(entry, error));
  if (faults.length === 0 && yaml.contents === null) {
    const empty = { message: source.path.endsWith('.mdx') ? 'the front matter is empty' : 'the file is empty', expected: 'name: value, one a line' };
    return [fault(entry, 'front-matter', fileStart, empty)];
  }
  visit(yaml, (_key, node) => {
    if (!isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    const marked = 'anchor' in node && typeof node.anchor === 'string';
    if (isAlias(node) || marked || (node.tag !== undefined && node.tag.startsWith('!') && node.tag !== '!')) {
      const place = placeOfOffset(source, offset);
      faults.push(fault(entry, 'yaml-alias', place, { message: '`&`, `*` and `!` have a meaning in YAML that is not used here', fix: quoteIt }));
    } else if (isScalar(node) && node.type === 'PLAIN' && /^\d{4}-\d{2}-\d{2}$/.test(node.source ?? '')) {
      const saying = { message: `the day ${node.source} is not in quotes`, fix: `"${node.source}"` };
      faults.push(fault(entry, 'yaml-date', placeOfOffset(source, offset), saying));
    }
  });
  return faults;
}

function syntaxFault(entry: CheckedEntry, error: YAMLError): Fault {
  const place = placeOfOffset(entry.source, error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(entry.source.text.slice(entry.source.yamlOffset + error.pos[0]))?.[0] ?? '';
    const saying = { message: `\`${key}\` stands twice`, fix: 'keep one of the two' };
    return fault(entry, 'yaml-duplicate-key', place, saying);
  }
  const saying = reasons[error.code] ?? { message: error.message.charAt(0).toLowerCase() + error.message.slice(1) };
  return fault(entry, 'yaml-syntax', place, saying);
}
