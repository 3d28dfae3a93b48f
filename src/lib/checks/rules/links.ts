/** Links in prose and addresses in YAML: that they are safe, well written, and lead somewhere. */
import path from 'node:path/posix';
import type { Definition, Image, Link } from 'mdast';
import { fault } from '../fault.ts';
import { choices, nearest } from '../nearest.ts';
import { placeInBody, placeOfPath } from '../position.ts';
import { addressOf, anchorsOf, nearestAddress, targetOf, type Target } from '../routes.ts';
import type { RuleId } from '../rules.ts';
import { treeOf, type CheckedEntry, type Site } from '../site.ts';
import type { Fault, Place, Saying } from '../types.ts';
import { texts } from '../values.ts';
import { walk } from '../walk.ts';

/** Something that names an address, and where. */
interface Address {
  url: string;
  place: Place;
}

/** Rules `link-target`, `link-anchor`, `link-form`, `link-protocol` and `link-https`. */
export function checkLinks(entry: CheckedEntry, site: Site): Fault[] {
  const inProse = linksOf(entry).flatMap((address) => checkLink(entry, site, address));
  const inFields = [['URL'], ['archived'], ['url'], ['reviews', '*', 'url']]
    .flatMap((field) => texts(entry, field))
    .flatMap(({ value, path: at }) => checkProtocol(entry, { url: value, place: placeOfPath(entry.source, at) }) ?? [])
    // A source lives where it lives: some old pages were never served over https, and citing another address would be wrong.
    .filter(({ rule }) => rule !== 'link-https' || entry.source.collection !== 'references');
  return [...inProse, ...inFields];
}

function linksOf(entry: CheckedEntry): Address[] {
  const tree = treeOf(entry);
  if (!tree) return [];
  const links: (Link | Definition)[] = [];
  const pictures = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') links.push(node);
    if (node.type === 'imageReference') pictures.add(node.identifier);
  });
  return links
    .filter((node) => node.type === 'link' || !pictures.has(node.identifier))
    .map((node) => ({ url: node.url, place: placeInBody(entry.source, placeOfUrl(entry, node)) }));
}

/** Where the address itself stands: a link may begin lines before it. */
export function placeOfUrl(entry: CheckedEntry, node: Link | Definition | Image): Place {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 };
  const raw = entry.source.body.slice(start.offset ?? 0, node.position?.end.offset ?? 0);
  const at = raw.lastIndexOf(node.url);
  if (at <= 0 || node.url === '') return start;
  const before = raw.slice(0, at).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1 ? { line: start.line, column: start.column + last } : { line: start.line + before.length - 1, column: last + 1 };
}

/** Faults of an address outside the site; `undefined` when the address has no scheme. */
function checkProtocol(entry: CheckedEntry, { url, place }: Address): Fault[] | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (scheme === 'https' || scheme === 'mailto') return [];
  if (scheme === 'http') return [fault(entry, 'link-https', place, { message: 'the link is not encrypted', fix: url.replace(/^http:/i, 'https:') })];
  return [fault(entry, 'link-protocol', place, { message: `links to ${scheme}: are not allowed`, expected: 'https:, mailto:, or an address of this site' })];
}

function checkLink(entry: CheckedEntry, site: Site, { url, place }: Address): Fault[] {
  const report = (rule: RuleId, saying: Saying): Fault[] => [fault(entry, rule, place, saying)];
  if (url.trim() === '') return report('link-form', { message: 'the link leads nowhere', expected: '[words](/section/name/)' });
  if (url.startsWith('//')) return report('link-form', { message: 'the address has no scheme', fix: `https:${url}` });
  const outside = checkProtocol(entry, { url, place });
  if (outside) return outside;
  const [, address = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(url) ?? [];
  if (address === '') return checkAnchor(entry, site, place, { target: entry, address: addressOf(entry) ?? '', anchor, here: true });
  if (!address.startsWith('/')) {
    const meant = relativeTarget(entry, site, address);
    return report('link-form', { message: 'links inside the site are not relative', expected: meant ? undefined : '/section/name/', fix: meant && meant + anchor });
  }
  if (/\.(mdx?|html?)$|[^/]\/\/|\/index$/.test(address)) {
    const plain = `${address.replace(/\/?(index)?\.(mdx?|html?)$|\/index$/, '').replace(/\/+/g, '/').replace(/\/$/, '')}/`;
    return report('link-form', { message: 'the link names a file, and pages have addresses', fix: plain + query + anchor });
  }
  const target = targetOf(site, address);
  if (target === undefined && !address.endsWith('/') && targetOf(site, `${address}/`) !== undefined) {
    return report('link-form', { message: 'the address of a page ends with a slash', fix: `${address}/${query}${anchor}` });
  }
  if (target === undefined) {
    const near = nearestAddress(site, address);
    return report('link-target', { message: `there is no page ${address}`, nearest: near, expected: near ? undefined : 'the address of a page, /section/name/' });
  }
  if (target !== 'page' && target.draft && !entry.draft) {
    return report('link-target', { message: `${address} is a draft, and published pages do not link to drafts`, fix: 'publish it first, or take the link away' });
  }
  return checkAnchor(entry, site, place, { target, address, anchor, here: target === entry });
}

function checkAnchor(entry: CheckedEntry, site: Site, place: Place, { target, address, anchor, here }: { target: Target; address: string; anchor: string; here: boolean }): Fault[] {
  if (anchor === '' || anchor === '#top') return [];
  const name = decode(anchor.slice(1));
  const anchors = anchorsOf(site, target, address);
  if (anchors.includes(name)) return [];
  const near = nearest(name, anchors);
  const where = here ? 'on this page' : `on ${address}`;
  const expected = near ? undefined : anchors.length === 0 ? `${address} alone` : anchors.length <= 8 ? choices(anchors.map((known) => `#${known}`)) : 'the anchor of a heading on that page';
  return [fault(entry, 'link-anchor', place, { message: `there is no place “#${name}” ${where}`, expected, nearest: near && `#${near}` })];
}

/** The address of the entry that a relative link means, taken first as a path among files and then among pages. */
function relativeTarget(entry: CheckedEntry, site: Site, relative: string): string | undefined {
  const file = path.normalize(path.join(path.dirname(entry.source.path), decode(relative)));
  const asFile = site.entries.find(({ source }) => [file, `${file}.mdx`, path.join(file, 'index.mdx'), file.replace(/\.md$/, '.mdx')].includes(source.path));
  if (asFile) return addressOf(asFile);
  const page = path.normalize(path.join(addressOf(entry) ?? '/', decode(relative).replace(/\.mdx?$/, ''), '/'));
  const bare = `/${decode(relative).replace(/^(\.\.?\/)+/, '').replace(/(\/index)?\.mdx?$/, '').replace(/\/$/, '')}/`;
  return [page, bare].find((candidate) => targetOf(site, candidate) !== undefined) ?? nearestAddress(site, `/${bare.split('/').at(-2) ?? ''}/`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
