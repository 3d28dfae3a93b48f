/** Components of prose against the closed vocabulary: names and props. */
import { visit } from 'unist-util-visit';
import { componentOf, vocabulary, type Component, type Prop } from '../../../mdx/vocabulary.ts';
import { fault } from '../fault.ts';
import { choices, nearest } from '../nearest.ts';
import { placeInBody } from '../position.ts';
import { isElement, type Element } from '../safe-mdx.ts';
import { treeOf, type CheckedEntry } from '../site.ts';
import type { Fault, Place } from '../types.ts';

/** What writers use HTML for, and what does it here. */
const instead: Readonly<Record<string, string>> = {
  a: '[words](/section/name/)',
  b: '**words**',
  strong: '**words**',
  i: '*words*',
  em: '*words*',
  br: 'a blank line, which begins a new paragraph',
  p: 'a blank line, which begins a new paragraph',
  code: '`code`',
  pre: 'three backticks on lines of their own',
  img: '![what is to be seen](./picture.png)',
  hr: '---',
  h2: '## Heading',
  h3: '### Heading',
  li: '- item',
  ul: '- item',
  ol: '1. item',
  blockquote: '> words, or <Quote source="id">',
  aside: '<Aside title="…">',
  figure: '<Figure …/>',
  details: '<Aside title="…">',
  sup: 'the character itself, such as ²',
  sub: 'the character itself, such as ₂',
};

/** Rules `mdx-component` and `mdx-prop`. Terms and sources named in props are looked up elsewhere. */
export function checkComponents(entry: CheckedEntry): Fault[] {
  const tree = treeOf(entry);
  const faults: Fault[] = [];
  if (!tree) return faults;
  visit(tree, (node) => {
    if (!isElement(node)) return;
    const place = placeInBody(entry.source, node.position?.start ?? { line: 1, column: 1 });
    const component = componentOf(node.name ?? '');
    if (component) faults.push(...checkProps(entry, node, component, place));
    else faults.push(unknown(entry, node.name ?? '', place));
  });
  return faults;
}

function unknown(entry: CheckedEntry, name: string, place: Place): Fault {
  const names = vocabulary.map((component) => component.name);
  if (/^[a-z]/.test(name) && !name.includes('.')) {
    const near = names.find((known) => known.toLowerCase() === name);
    const saying = { message: `<${name}> is HTML, and prose has none`, nearest: near && `<${near}>`, fix: near || !instead[name] ? undefined : `write ${instead[name]}` };
    return fault(entry, 'mdx-component', place, saying);
  }
  const near = nearest(name, names);
  const message = name === '' ? '<> is not a component' : `there is no component <${name}>`;
  return fault(entry, 'mdx-component', place, { message, expected: near ? undefined : choices(names), nearest: near && `<${near}>` });
}

function checkProps(entry: CheckedEntry, node: Element, component: Component, place: Place): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  const report = (at: Place, message: string, more: { expected?: string; nearest?: string; fix?: string } = {}): void => {
    faults.push(fault(entry, 'mdx-prop', at, { message, ...more }));
  };
  const names = component.props.map((prop) => prop.name);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const at = attribute.position ? placeInBody(entry.source, attribute.position.start) : place;
    const prop = component.props.find(({ name }) => name === attribute.name);
    if (!prop) {
      const near = nearest(attribute.name, names);
      if (near) seen.add(near);
      const expected = near ? undefined : names.length === 0 ? `<${component.name}> alone` : choices(names);
      report(at, `<${component.name}> has no prop \`${attribute.name}\``, { expected, nearest: near });
      continue;
    }
    if (seen.has(prop.name)) report(at, `\`${prop.name}\` stands twice in <${component.name}>`, { fix: 'keep one of the two' });
    seen.add(prop.name);
    // Values in braces are refused by `mdx-expression`.
    if (typeof attribute.value === 'object' && attribute.value !== null) continue;
    const wrong = wrongValue(prop, attribute.value ?? undefined);
    if (wrong) report(at, `\`${prop.name}\` of <${component.name}> ${wrong.is}`, wrong);
  }
  const spread = node.attributes.some((attribute) => attribute.type !== 'mdxJsxAttribute');
  for (const prop of component.props) {
    if (!prop.required || seen.has(prop.name) || spread) continue;
    report(place, `<${component.name}> has no \`${prop.name}\``, { expected: prop.about, fix: `add ${prop.name}="${sample(prop)}"` });
  }
  return faults;
}

function wrongValue({ name, type, about }: Prop, value: string | undefined): { is: string; expected?: string; nearest?: string; fix?: string } | undefined {
  if (type === 'flag') return value === undefined ? undefined : { is: 'takes no value', expected: name };
  if (value === undefined) return { is: 'has no value', expected: `${name}="…"`, fix: undefined };
  if (value.trim() === '') return { is: 'is empty', expected: about };
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return { is: `is “${value}”`, expected: 'a number in quotes' };
  if (typeof type === 'object' && !type.includes(value)) return { is: `cannot be “${value}”`, expected: choices(type), nearest: nearest(value, type) };
  return undefined;
}

function sample({ type }: Prop): string {
  return typeof type === 'object' ? (type[0] ?? '') : type === 'number' ? '1' : '…';
}
