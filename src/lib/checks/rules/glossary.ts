/** The glossary as a whole: bridges, neighbours, and labels that two terms claim. */
import { buildGraph, type GraphFault } from '../../glossary/graph.ts';
import { buildTermIndex, type Collision, type TermEntry } from '../../glossary/term-index.ts';
import type { Term } from '../../../schemas/index.ts';
import { fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import { placeOfPath, type YamlPath } from '../position.ts';
import type { RuleId } from '../rules.ts';
import { isRecord, type CheckedEntry, type Site } from '../site.ts';
import type { Fault, Saying } from '../types.ts';
import { text } from '../values.ts';
import { checkFormerIds } from './former-ids.ts';
import { renamedSaying } from './identifiers.ts';

/** Rules `bridge-…`, `term-relation`, `term-formerly` and `label-collision`. */
export function checkGlossary(site: Site): Fault[] {
  const terms = [...site.byId('glossary').values()].flatMap(tolerant);
  const fromGraph = buildGraph(terms).faults.flatMap((found) => graphFaults(site, found));
  const fromLabels = withoutEchoes(buildTermIndex(terms).collisions).flatMap((collision) => collisionFaults(site, collision));
  return [...fromGraph, ...fromLabels, ...acrossSides(site, terms), ...checkFormerIds(site)];
}

/**
 * What of a term can be read, so that a fault in one field does not hide those in its bridges.
 * Indexes stay: a bridge without a target is kept with an empty one, and not judged.
 */
function tolerant({ source, data }: CheckedEntry): TermEntry[] {
  const side = data?.['side'];
  if (!data || (side !== 'technical' && side !== 'creative' && side !== 'both')) return [];
  const list = (key: string): unknown[] => (Array.isArray(data[key]) ? data[key] : []);
  const words = (key: string): string[] => list(key).map((item) => (typeof item === 'string' ? item : ''));
  const bridges = list('bridges').map((bridge) => (isRecord(bridge) && typeof bridge['to'] === 'string' ? bridge : { to: '' }));
  const term = typeof data['term'] === 'string' ? data['term'] : '';
  const lists = { aliases: words('aliases'), misspellings: words('misspellings'), related: words('related'), broader: words('broader') };
  const known = { term, side, bridges, ...lists };
  // The graph and the index read these fields and no others.
  return [{ id: source.id, data: known as unknown as Term }];
}

function graphFaults(site: Site, found: GraphFault): Fault[] {
  const glossary = site.byId('glossary');
  const entry = glossary.get(found.id);
  if (!entry || found.to === '') return [];
  const make = (rule: RuleId, saying: Saying): Fault[] => [fault(entry, rule, placeOfPath(entry.source, found.field), saying)];
  switch (found.kind) {
    case 'bridge-nowhere':
    case 'related-nowhere':
    case 'broader-nowhere': {
      // The term is there, but too faulty to be in the graph; its own faults are reported.
      if (glossary.has(found.to)) return [];
      const now = site.renamed.get(found.to);
      if (now !== undefined) return make(found.kind === 'bridge-nowhere' ? 'bridge-nowhere' : 'unknown-term', renamedSaying(found.to, now));
      const near = nearest(found.to, [...glossary.keys()].filter((id) => id !== found.id));
      const rule = found.kind === 'bridge-nowhere' ? 'bridge-nowhere' : 'unknown-term';
      const message = rule === 'bridge-nowhere' ? `the bridge leads to “${found.to}”, and there is no such term` : `there is no term “${found.to}”`;
      return make(rule, { message, expected: near ? undefined : `a file ${site.base}/glossary/${found.to}.mdx`, nearest: near });
    }
    case 'bridge-itself':
      return make('bridge-to-itself', { message: 'the bridge leads back to its own term', expected: 'a term of the other vocabulary' });
    case 'bridge-own-side':
      if (found.side === 'both' || found.toSide === 'both') {
        const both = found.side === 'both' ? found.id : found.to;
        return make('bridge-both-sides', { message: `“${both}” belongs to both vocabularies, and has no other bank to bridge to`, fix: 'take the bridge away, or give the term one side' });
      }
      return make('bridge-same-side', {
        message: `“${found.id}” and “${found.to}” are both ${found.side}`,
        expected: 'a bridge from one vocabulary to the other',
        fix: `name “${found.to}” in \`related\` instead`,
      });
    case 'bridge-twice':
      return twice(site, entry, found);
    case 'related-itself':
      return make('term-relation', { message: 'the term is named as its own neighbour', fix: 'take it away' });
    case 'related-above': {
      const [narrow, wide] = found.wider === found.to ? [found.id, found.to] : [found.to, found.id];
      return make('term-relation', { message: `“${wide}” is wider than “${narrow}”, which is nearer than a neighbour`, fix: `take “${found.to}” away: the wider terms lead from one to the other already` });
    }
    case 'broader-cycle': {
      const way = found.cycle.length === 1 ? 'the term is named as wider than itself' : `${[...found.cycle, found.id].join(' → ')}: each is wider than the one before`;
      return make('term-relation', { message: way, fix: 'take one of them away' });
    }
  }
}

/** Reported in both files, so that a check of either one alone shows it. */
function twice(site: Site, entry: CheckedEntry, { field, to, relation, first }: Extract<GraphFault, { kind: 'bridge-twice' }>): Fault[] {
  const other = site.byId('glossary').get(first.id);
  if (!other) return [];
  const here = placeOfPath(entry.source, field);
  const there = placeOfPath(other.source, first.field);
  const agree = relation === first.relation ? `both “${relation}”` : `once “${first.relation}” and once “${relation}”`;
  const saying = (target: string, path: string, line: number): Saying => ({
    message: `the bridge to “${target}” is declared twice, ${agree}`,
    expected: 'one declaration, in one of the two files',
    fix: `keep this one or the one at ${path}:${line}`,
  });
  const own = fault(entry, 'bridge-twice', here, saying(to, other.source.path, there.line));
  if (other === entry) return [own];
  return [own, fault(other, 'bridge-twice', there, saying(entry.source.id, entry.source.path, here.line))];
}

/** Neighbours and wider terms stay in their vocabulary; what lies across is a bridge. */
function acrossSides(site: Site, terms: readonly TermEntry[]): Fault[] {
  const byId = new Map(terms.map((term) => [term.id, term.data]));
  return terms.flatMap(({ id, data }) => {
    const entry = site.byId('glossary').get(id);
    return (['related', 'broader'] as const).flatMap((field) =>
      data[field].flatMap((to, n) => {
        const sides = new Set([data.side, byId.get(to)?.side]);
        if (!entry || !sides.has('technical') || !sides.has('creative')) return [];
        const saying = { message: `“${to}” belongs to the other vocabulary`, expected: `a term of the ${data.side} vocabulary`, fix: 'declare a bridge instead' };
        return [fault(entry, 'term-relation', placeOfPath(entry.source, [field, n]), saying)];
      }),
    );
  });
}

/** Two entries that share a label share its plural too: that need not be said again. */
function withoutEchoes(collisions: readonly Collision[]): Collision[] {
  const between = ({ claims }: Collision): string => claims.map(({ id, label }) => `${id} ${label}`).join('\n');
  const said = new Set(collisions.filter(({ claims }) => claims.every(({ plural }) => !plural)).map(between));
  return collisions.filter((collision) => !collision.claims.every(({ plural }) => plural) || !said.has(between(collision)));
}

/** One fault for each entry that makes the claim, so that a check of any one alone shows it. */
function collisionFaults(site: Site, { claims }: Collision): Fault[] {
  const glossary = site.byId('glossary');
  const placed = claims.flatMap((claim) => {
    const entry = glossary.get(claim.id);
    return entry ? [{ claim, entry, place: placeOfPath(entry.source, claim.field as YamlPath) }] : [];
  });
  return placed.map(({ claim, entry, place }) => {
    const others = placed.filter((other) => other.entry !== entry);
    const where = others.map((other) => `${other.entry.source.path}:${other.place.line}`).join(', ');
    const bridged = others.length === 1 && new Set([text(entry, ['side']), text(others[0]?.entry ?? entry, ['side'])]).size === 2;
    const fix = bridged ? 'give one of them another label, or join the two by a false-friend bridge' : 'give one of them another label';
    const label = claim.plural ? `the plural of “${claim.label}”` : `“${claim.label}”`;
    return fault(entry, 'label-collision', place, { message: `${label} is a label of another term too: ${where}`, fix });
  });
}
