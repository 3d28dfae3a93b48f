/**
 * The integrity conditions of SKOS over parsed statements (SKOS Reference, W3C Recommendation of 18 August 2009), each named
 * by its number there. What SKOS lets one infer is inferred first, so that a fault cannot hide behind a sub-property.
 */
import type { Triple } from './rdf.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABELS = ['prefLabel', 'altLabel', 'hiddenLabel'] as const;

type Pairs = Map<string, Set<string>>;

/** Every condition that is broken, as `S14 <address> …`, sorted. */
export function skosFaults(triples: readonly Triple[]): string[] {
  const faults = new Set<string>();
  const { members, pairs } = reader(triples);
  const concepts = members('Concept');
  const schemes = members('ConceptScheme');
  const collections = members('Collection');
  const fault = (condition: string, subject: string, text: string): void => void faults.add(`${condition} <${subject}> ${text}`);

  // The objects of these are concepts or schemes by S4 and S7, and the subjects by S5 and S19, whether typed or not.
  for (const name of ['inScheme', 'topConceptOf']) for (const [, objects] of pairs(name)) for (const scheme of objects) schemes.add(scheme);
  for (const name of RELATIONS) for (const [subject, objects] of pairs(name)) for (const each of [subject, ...objects]) concepts.add(each);
  for (const each of concepts) {
    if (schemes.has(each)) fault('S9', each, 'is a concept and a concept scheme');
    if (collections.has(each)) fault('S37', each, 'is a concept and a collection');
  }
  for (const each of collections) if (schemes.has(each)) fault('S37', each, 'is a collection and a concept scheme');

  const labels = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object, kind } of triples) {
    const name = LABELS.find((label) => predicate === SKOS + label);
    if (!name) continue;
    const own = labels.get(subject) ?? new Map<string, string[]>();
    labels.set(subject, own);
    const text = `“${object}” ${kind}`;
    own.set(text, [...(own.get(text) ?? []), name]);
  }
  for (const [subject, own] of labels) {
    for (const [text, names] of own) if (new Set(names).size > 1) fault('S13', subject, `${text} is ${[...new Set(names)].sort().join(' and ')}`);
    const preferred = [...own].filter(([, names]) => names.includes('prefLabel')).map(([text]) => text.slice(text.lastIndexOf('”')));
    for (const language of new Set(preferred)) if (preferred.filter((each) => each === language).length > 1) fault('S14', subject, `has several preferred labels in ${language.slice(2)}`);
  }

  const broader = closed(union(pairs('broader'), pairs('broadMatch'), pairs('broaderTransitive'), inverse(union(pairs('narrower'), pairs('narrowMatch'), pairs('narrowerTransitive')))));
  const related = symmetric(union(pairs('related'), pairs('relatedMatch')));
  for (const [subject, objects] of related) for (const object of objects) if (broader.get(subject)?.has(object)) fault('S27', subject, `is related to <${object}>, which is broader`);

  const exact = closed(symmetric(pairs('exactMatch')));
  const apart = union(symmetric(pairs('relatedMatch')), pairs('broadMatch'), inverse(pairs('broadMatch')), pairs('narrowMatch'), inverse(pairs('narrowMatch')));
  for (const [subject, objects] of exact) for (const object of objects) if (apart.get(subject)?.has(object)) fault('S46', subject, `matches <${object}> exactly, and in another way`);
  return [...faults].sort();
}

const MAPPINGS = ['exactMatch', 'closeMatch', 'relatedMatch', 'broadMatch', 'narrowMatch', 'mappingRelation'] as const;
const RELATIONS = ['broader', 'narrower', 'related', 'broaderTransitive', 'narrowerTransitive', 'semanticRelation', ...MAPPINGS] as const;

/**
 * What SKOS leaves open and a careful publisher keeps all the same: every concept is labelled, typed and in a scheme; relations
 * stay inside a scheme and mappings lead across; both directions are told; nothing leads to a concept that is not described.
 */
export function skosManners(triples: readonly Triple[]): string[] {
  const faults = new Set<string>();
  const { members, pairs } = reader(triples);
  const concepts = members('Concept');
  const inScheme = pairs('inScheme');
  const share = (a: string, b: string): boolean => [...(inScheme.get(a) ?? [])].some((scheme) => inScheme.get(b)?.has(scheme));
  const labelled = pairs('prefLabel');
  for (const concept of concepts) {
    if (!labelled.has(concept)) faults.add(`<${concept}> has no preferred label`);
    for (const scheme of inScheme.get(concept) ?? ['none']) if (!members('ConceptScheme').has(scheme)) faults.add(`<${concept}> is in <${scheme}>, which is no scheme`);
    if (!inScheme.has(concept)) faults.add(`<${concept}> is in no scheme`);
  }
  const look = (name: string, back: string, inside: boolean): void => {
    for (const [subject, objects] of pairs(name)) {
      for (const object of objects) {
        if (!concepts.has(object)) faults.add(`<${subject}> ${name} <${object}>, which is not described`);
        else if (share(subject, object) !== inside) faults.add(`<${subject}> ${name} <${object}> ${inside ? 'leads across' : 'stays inside a scheme'}`);
        if (!pairs(back).get(object)?.has(subject)) faults.add(`<${subject}> ${name} <${object}> is told in one direction`);
      }
    }
  };
  look('broader', 'narrower', true);
  look('narrower', 'broader', true);
  look('related', 'related', true);
  for (const name of ['exactMatch', 'closeMatch', 'relatedMatch']) look(name, name, false);
  for (const [subject, objects] of pairs('topConceptOf')) for (const scheme of objects) if (!pairs('hasTopConcept').get(scheme)?.has(subject)) faults.add(`<${scheme}> does not name its top concept <${subject}>`);
  return [...faults].sort();
}

/** Pairs of addresses that some SKOS mapping joins. */
export function mappedPairs(triples: readonly Triple[]): Set<string> {
  const { pairs } = reader(triples);
  return new Set(MAPPINGS.flatMap((name) => [...pairs(name)].flatMap(([subject, objects]) => [...objects].map((object) => `${subject} ${object}`))));
}

function reader(triples: readonly Triple[]): { members: (name: string) => Set<string>; pairs: (name: string) => Pairs } {
  const byPredicate = Map.groupBy(triples, ({ predicate }) => predicate);
  return {
    members: (name) => new Set((byPredicate.get(TYPE) ?? []).flatMap(({ subject, object }) => (object === SKOS + name ? [subject] : []))),
    pairs: (name) => toPairs((byPredicate.get(SKOS + name) ?? []).map(({ subject, object }) => [subject, object])),
  };
}

function toPairs(list: Iterable<readonly [string, string]>): Pairs {
  const map: Pairs = new Map();
  for (const [from, to] of list) map.set(from, (map.get(from) ?? new Set()).add(to));
  return map;
}

const listOf = (map: Pairs): [string, string][] => [...map].flatMap(([from, objects]) => [...objects].map((to): [string, string] => [from, to]));
const union = (...maps: Pairs[]): Pairs => toPairs(maps.flatMap(listOf));
const inverse = (map: Pairs): Pairs => toPairs(listOf(map).map(([from, to]) => [to, from]));
const symmetric = (map: Pairs): Pairs => union(map, inverse(map));

/** The transitive closure; nothing is reached from itself unless by a way round. */
function closed(map: Pairs): Pairs {
  const reach = (from: string): Set<string> => {
    const found = new Set<string>();
    const queue = [...(map.get(from) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      queue.push(...(map.get(next) ?? []));
    }
    return found;
  };
  return new Map([...map.keys()].map((from) => [from, reach(from)]));
}
