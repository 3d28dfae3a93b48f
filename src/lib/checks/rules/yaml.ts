/** Front matter and YAML files: well formed, each field once, nothing clever. */
import { isAlias, isNode, isScalar, visit, type Document, type YAMLError } from 'yaml';
import { fault } from '../fault.ts';
import { fileStart, placeOfOffset } from '../position.ts';
import type { CheckedEntry } from '../site.ts';
import type { Fault } from '../types.ts';
import { explainYaml } from '../yaml-reasons.ts';

const quoteIt = 'put the value in quotes: "…"';

/** Rules `yaml-syntax`, `yaml-duplicate-key`, `yaml-date`, `yaml-alias` and `front-matter`. */
export function checkYaml(entry: CheckedEntry): Fault[] {
  const { source } = entry;
  const { yaml } = source;
  if (!yaml) {
    const saying = { message: 'the file has no front matter', expected: '`---`, fields, `---` at the very top', fix: 'copy the head of another file of this folder' };
    return [fault(entry, 'front-matter', fileStart, saying)];
  }
  const found = yaml.errors.map((error) => syntaxFault(entry, yaml, error));
  // The parser often stumbles again over the rest of a line: the first complaint is the one that helps.
  const faults = found.filter(({ line, rule }, index) => !found.slice(0, index).some((before) => before.line === line && before.rule === rule));
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

function syntaxFault(entry: CheckedEntry, yaml: Document, error: YAMLError): Fault {
  const { source } = entry;
  // Front matter was parsed by itself: its offsets count from its own start.
  const text = source.text.slice(source.yamlOffset);
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
    return fault(entry, 'yaml-duplicate-key', placeOfOffset(source, error.pos[0]), { message: `\`${key}\` stands twice`, fix: 'keep one of the two' });
  }
  const { offset, saying } = explainYaml(error, text, yaml);
  return fault(entry, 'yaml-syntax', placeOfOffset(source, offset), saying);
}
