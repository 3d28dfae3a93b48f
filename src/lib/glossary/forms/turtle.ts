/** Resources as Turtle (RDF 1.1 Turtle, W3C 2014). */
import type { Addresses } from './addresses.ts';
import { language, prefixes, properties, type PropertyKind, type PropertyName, type Resource } from './rdf.ts';

/** A whole Turtle file. The same resources give the same bytes. */
export function toTurtle(resources: readonly Resource[], addresses: Addresses): string {
  const names = Object.entries({ ...prefixes, lc: addresses.namespace }).sort(([a], [b]) => (a < b ? -1 : 1));
  const base = isFull(addresses.root) ? [`@base <${addresses.root}> .`] : [];
  const head = [...base, ...names.map(([prefix, iri]) => `@prefix ${prefix}: ${iri === addresses.namespace ? iriOf(iri, [], addresses) : `<${iri}>`} .`)];
  return `${head.join('\n')}\n\n${resources.map((resource) => block(resource, names, addresses)).join('\n')}`;
}

function block({ iri, types, values }: Resource, names: Names, addresses: Addresses): string {
  const lines = types.length > 0 ? [`a ${types.join(', ')}`] : [];
  for (const [key, list] of Object.entries(values) as [PropertyName, readonly string[]][]) {
    const [name, kind] = properties[key];
    if (list.length > 0) lines.push(`${name} ${list.map((value) => valueOf(kind, value, names, addresses)).join(', ')}`);
  }
  return `${iriOf(iri, names, addresses)} ${lines.join(' ;\n  ')} .\n`;
}

type Names = readonly (readonly [prefix: string, iri: string])[];

function valueOf(kind: PropertyKind, value: string, names: Names, addresses: Addresses): string {
  switch (kind) {
    case 'iri':
      return iriOf(value, names, addresses);
    // JSON escapes what Turtle asks to be escaped, and in the same way.
    case 'text':
      return `${JSON.stringify(value)}@${language}`;
    case 'token':
      return JSON.stringify(value);
    case 'day':
      return `${JSON.stringify(value)}^^xsd:date`;
    case 'flag':
      return value;
  }
}

/** The shortest way to write an address: with a prefix, from the base, or in full. */
function iriOf(iri: string, names: Names, { root }: Addresses): string {
  for (const [prefix, start] of names) {
    const local = iri.slice(start.length);
    if (iri.startsWith(start) && /^[A-Za-z][\w-]*$/.test(local)) return `${prefix}:${local}`;
  }
  return isFull(root) && iri.startsWith(root) ? `<${iri.slice(root.length)}>` : `<${iri}>`;
}

function isFull(address: string): boolean {
  return /^https?:/.test(address);
}
