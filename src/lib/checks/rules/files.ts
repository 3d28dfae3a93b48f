/** Files of the content folder that no collection reads, and names that make bad addresses. */
import { collections, type CollectionName } from '../../../schemas/index.ts';
import { faultOf } from '../fault.ts';
import { choices, nearest } from '../nearest.ts';
import { fileStart } from '../position.ts';
import type { Site } from '../site.ts';
import type { Fault, Saying } from '../types.ts';
import { pictureExtensions } from './images.ts';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Rules `file-place` and `file-name`. Names that begin with `_` or `.` are nobody's business. */
export function checkFiles(site: Site): Fault[] {
  const complained = new Set<string>();
  return [...site.files].flatMap((file) => {
    const parts = file.slice(site.base.length + 1).split('/');
    if (parts.some((part) => part.startsWith('_') || part.startsWith('.'))) return [];
    const saying = placeSaying(site, parts);
    if (saying) {
      const [about, words] = saying;
      // One fault for a folder that is wrong as a whole, not one for each file in it.
      if (complained.has(about)) return [];
      complained.add(about);
      return [faultOf('file-place', file, fileStart, words)];
    }
    return nameFaults(site, file, parts, complained);
  });
}

/** What is wrong with where a file lies, and the part of the path that is to blame. */
function placeSaying(site: Site, parts: readonly string[]): [about: string, Saying] | undefined {
  const [folder = '', child = ''] = parts;
  const names = Object.keys(collections) as CollectionName[];
  if (parts.length === 1) {
    return folder === 'README.md' ? undefined : [folder, { message: 'the file lies in no collection', expected: `${site.base}/ with ${choices(names)}` }];
  }
  const collection = names.find((name) => collections[name].folder === folder);
  if (!collection) {
    const near = nearest(folder, names);
    return [folder, { message: `there is no collection “${folder}”`, expected: near ? undefined : choices(names), nearest: near && `${site.base}/${near}` }];
  }
  const { shape, extension } = collections[collection];
  const here = `${site.base}/${folder}`;
  const about = parts.join('/');
  const stem = (name: string): string => name.replace(/\.[^.]*$/, '');
  if (shape === 'file') {
    if (parts.length > 2) return [`${folder}/${child}`, { message: `files of ${folder} lie side by side, without folders`, expected: `${here}/${stem(parts.at(-1) ?? '')}.${extension}` }];
    return child.endsWith(`.${extension}`) ? undefined : [about, { message: `this is not read: files of ${folder} end in .${extension}`, expected: `${here}/${stem(child)}.${extension}` }];
  }
  if (parts.length === 2) return [about, { message: `this is not read: in ${folder}, each has a folder with an index.${extension}`, expected: `${here}/${stem(child)}/index.${extension}` }];
  if (!site.files.has(`${here}/${child}/index.${extension}`)) return [`${folder}/${child}`, { message: `the folder has no index.${extension}`, expected: `${here}/${child}/index.${extension}` }];
  const name = parts.at(-1) ?? '';
  const isIndex = parts.length === 3 && name === `index.${extension}`;
  const picture = pictureExtensions.some((known) => name.toLowerCase().endsWith(`.${known}`));
  return isIndex || picture ? undefined : [about, { message: 'this is not read: beside a piece lie its pictures and nothing else', expected: choices(pictureExtensions.map((known) => `.${known}`)) }];
}

function nameFaults(site: Site, file: string, parts: readonly string[], complained: Set<string>): Fault[] {
  for (const [depth, part] of parts.entries()) {
    const isFile = depth === parts.length - 1;
    const [, stem = part, extension = ''] = (isFile ? /^(.*?)(\.[^.]*)?$/.exec(part) : undefined) ?? [];
    if ((NAME.test(stem) && extension === extension.toLowerCase()) || part === 'README.md') continue;
    const about = parts.slice(0, depth + 1).join('/');
    if (complained.has(about)) return [];
    complained.add(about);
    const better = slugify(stem);
    const place = `${site.base}/${parts.slice(0, depth).map((name) => `${name}/`).join('')}`;
    const fix = better === '' ? undefined : `name it ${place}${better}${extension.toLowerCase()}`;
    const saying = { message: `“${part}” makes a bad address`, expected: 'lower-case letters and digits joined by hyphens', fix };
    return [faultOf('file-name', file, fileStart, saying)];
  }
  return [];
}

function slugify(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
