/** Resources as JSON-LD 1.1, with the context in the file: nothing has to be fetched to read it. */
import type { Addresses } from './addresses.ts';
import { language, prefixes, properties, type Property, type PropertyName, type Resource } from './rdf.ts';

/** A whole JSON-LD file, one resource a line. Read as RDF it says what {@link toTurtle} says. */
export function toJsonLd(resources: readonly Resource[], addresses: Addresses): string {
  const context = JSON.stringify(contextOf(addresses), null, 1);
  const lines = resources.map((resource) => JSON.stringify(node(resource)));
  return `{"@context": ${context},\n"@graph": [\n${lines.join(',\n')}\n]}\n`;
}

function contextOf({ namespace }: Addresses): object {
  return {
    '@version': 1.1,
    // Our own words need no prefix. A prefix would have to be a full address, which the site may not know.
    '@vocab': namespace,
    ...prefixes,
    ...Object.fromEntries((Object.entries(properties) as [PropertyName, Property][]).map(([key, property]) => [key, definition(property)])),
  };
}

function definition([name, kind, amount]: Property): object {
  const type = { iri: { '@type': '@id' }, text: { '@language': language }, day: { '@type': 'xsd:date' }, token: {}, flag: { '@type': 'xsd:boolean' } }[kind];
  return { ...(name.startsWith('lc:') ? {} : { '@id': name }), ...type, ...(amount === 'many' ? { '@container': '@set' } : {}) };
}

function node({ iri, types, values }: Resource): object {
  const said = (Object.entries(values) as [PropertyName, readonly string[]][]).flatMap(([key, list]) => {
    const [, kind, amount] = properties[key];
    const [first] = list;
    if (first === undefined) return [];
    return [[key, amount === 'many' ? list : kind === 'flag' ? first === 'true' : first]];
  });
  return { '@id': iri, ...(types.length > 0 ? { '@type': types.map((type) => type.replace(/^lc:/, '')) } : {}), ...Object.fromEntries(said) };
}
