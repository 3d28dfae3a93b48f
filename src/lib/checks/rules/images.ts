/** Pictures: that they are there, come from the piece's own folder, and have words. */
import path from 'node:path/posix';
import type { Definition, Image, ImageReference } from 'mdast';
import { collections } from '../../../schemas/index.ts';
import { fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import { placeInBody, placeOfPath } from '../position.ts';
import type { RuleId } from '../rules.ts';
import { treeOf, type CheckedEntry, type Site } from '../site.ts';
import type { Fault, Place, Saying } from '../types.ts';
import { text } from '../values.ts';
import { walk } from '../walk.ts';
import { placeOfUrl } from './links.ts';

const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-SA-3.0', 'CC-BY-2.0', 'CC-BY-SA-2.0', 'MIT', 'OFL-1.1', 'Apache-2.0'];

/** File extensions of pictures, in lower case. */
export const pictureExtensions = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'svg', 'gif'] as const;

/** Rules `image-missing`, `image-path`, `image-alt` and `image-licence`. */
export function checkImages(entry: CheckedEntry, site: Site): Fault[] {
  return [...inProse(entry, site), ...checkCover(entry, site)];
}

function inProse(entry: CheckedEntry, site: Site): Fault[] {
  const tree = treeOf(entry);
  if (!tree) return [];
  const definitions = new Map<string, Definition>();
  const pictures: (Image | ImageReference)[] = [];
  walk(tree, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, node);
    if (node.type === 'image' || node.type === 'imageReference') pictures.push(node);
  });
  return pictures.flatMap((node) => {
    const place = placeInBody(entry.source, node.position?.start ?? { line: 1, column: 1 });
    const named = node.type === 'image' ? node : definitions.get(node.identifier);
    const source = named ? checkSource(entry, site, named.url, placeInBody(entry.source, placeOfUrl(entry, named))) : [];
    return [...source, ...checkAlt(entry, node.alt ?? '', place)];
  });
}

function checkCover(entry: CheckedEntry, site: Site): Fault[] {
  const at = (key: string): Place => placeOfPath(entry.source, ['cover', key]);
  const src = text(entry, ['cover', 'src']);
  const alt = text(entry, ['cover', 'alt']);
  const licence = text(entry, ['cover', 'licence']);
  const faults: Fault[] = [];
  // A path of another form is the schema's business.
  if (src !== undefined && /^\.\/[^/]+$/.test(src)) faults.push(...checkSource(entry, site, src, at('src')));
  if (alt !== undefined) faults.push(...checkAlt(entry, alt, at('alt')));
  if (licence !== undefined && !/^(https:\/\/\S+|[A-Za-z0-9][A-Za-z0-9.+-]*)$/.test(licence)) {
    const saying = { message: `“${licence}” is not the id of a licence`, expected: 'an SPDX id such as CC-BY-4.0, or a URL' };
    faults.push(fault(entry, 'image-licence', at('licence'), { ...saying, nearest: nearest(licence.replaceAll(' ', '-'), licences) }));
  }
  return faults;
}

function checkSource(entry: CheckedEntry, site: Site, url: string, place: Place): Fault[] {
  const report = (rule: RuleId, saying: Saying): Fault[] => [fault(entry, rule, place, saying)];
  const expected = 'a file beside the piece, ./name.png';
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    const fix = 'put a copy beside the piece, if its licence allows';
    return report('image-path', { message: 'pictures from other places are not shown', expected, fix });
  }
  if (collections[entry.source.collection].shape === 'file') {
    const message = `files of ${entry.source.collection} have no folder for pictures`;
    return report('image-path', { message, fix: 'use <Figure>, or take the picture away' });
  }
  const folder = path.dirname(entry.source.path);
  const file = path.normalize(path.join(folder, decode(url)));
  if (url.startsWith('/') || !file.startsWith(`${folder}/`)) return report('image-path', { message: 'the picture lies outside the folder of the piece', expected });
  if (!site.files.has(file)) {
    const beside = [...site.files].filter((name) => name.startsWith(`${folder}/`) && !name.endsWith('.mdx'));
    const near = nearest(file.slice(folder.length + 1), beside.map((name) => name.slice(folder.length + 1)));
    return report('image-missing', { message: `there is no file ${file}`, nearest: near && `./${near}` });
  }
  if (!url.startsWith('./')) return report('image-path', { message: 'the path of a picture begins with ./', fix: `./${url}` });
  return [];
}

function checkAlt(entry: CheckedEntry, alt: string, place: Place): Fault[] {
  const words = alt.trim();
  const expected = 'what a person who cannot see the picture is told';
  const report = (message: string, fix?: string): Fault[] => [fault(entry, 'image-alt', place, { message, expected, fix })];
  if (words === '') return report('the picture has no words', '![what is to be seen](./name.png)');
  if (new RegExp(String.raw`\.(${pictureExtensions.join('|')})$`, 'i').test(words)) return report(`“${words}” is a file name`);
  const empty = /^(an? )?(image|picture|photo|photograph|figure|illustration|cover|screenshot)$/i.test(words);
  return empty ? report(`“${words}” says nothing about the picture`) : [];
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
