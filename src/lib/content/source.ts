/**
 * The file door: the only place that reads `content/` from disk. It parses, and judges nothing;
 * `lib/checks` judges. Pages use the other door, `collections.ts`.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { collections, type CollectionName, type DataOf } from '../../schemas/index.ts';

/** One file of a collection, as it lies on disk. */
export interface SourceEntry<C extends CollectionName = CollectionName> {
  collection: C;
  /** Id inside its collection: `mode-collapse`, `what-a-latent-space-is`. */
  id: string;
  /** Path from the project root, with `/`. */
  path: string;
  /** The whole file. */
  text: string;
  /** Parsed YAML (front matter, or the file), `undefined` when there is none. */
  yaml: Document | undefined;
  /** Turns offsets of `yaml` into lines; they count from `yamlOffset`. */
  yamlLines: LineCounter;
  /** Offset in `text` where the YAML starts. */
  yamlOffset: number;
  /** Prose after the front matter; empty for YAML files. */
  body: string;
  /** Line (1-based) of `text` on which the body starts. */
  bodyLine: number;
}

/** An entry whose data fits its schema. */
export interface ValidEntry<C extends CollectionName> extends SourceEntry<C> {
  data: DataOf<C>;
}

/** Everything under `content/`. */
export interface ContentSource {
  /** Absolute path of the project. */
  root: string;
  /** Content folder from the root, normally `content`. */
  base: string;
  entries: SourceEntry[];
}

const FRONT_MATTER = /^(?:\uFEFF)?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Parses one file of a collection.
 * @param file path from the root, with `/`
 */
export function parseEntry<C extends CollectionName>(collection: C, id: string, file: string, text: string): SourceEntry<C> {
  const yamlLines = new LineCounter();
  const entry = { collection, id, path: file, text, yaml: undefined, yamlLines, yamlOffset: 0, body: '', bodyLine: 1 };
  const options = { lineCounter: yamlLines, uniqueKeys: true, prettyErrors: false };
  if (collections[collection].extension === 'yaml') return { ...entry, yaml: parseDocument(text, options) };
  const match = FRONT_MATTER.exec(text);
  if (!match) return { ...entry, body: text };
  const yamlOffset = text.indexOf('\n') + 1;
  const head = match[0];
  return {
    ...entry,
    yaml: parseDocument(match[1] ?? '', options),
    yamlOffset,
    body: text.slice(head.length),
    bodyLine: head.split('\n').length,
  };
}

/** Reads every entry of every collection, sorted by path. A folder that does not exist holds nothing. */
export function readContent(root: string, base = 'content'): ContentSource {
  const entries: SourceEntry[] = [];
  for (const name of Object.keys(collections) as CollectionName[]) {
    const { folder, shape, extension } = collections[name];
    const directory = path.join(root, base, folder);
    for (const child of list(directory)) {
      if (child.startsWith('_') || child.startsWith('.')) continue;
      const relative = shape === 'folder' ? `${child}/index.${extension}` : child;
      if (shape === 'file' && !child.endsWith(`.${extension}`)) continue;
      const absolute = path.join(directory, relative);
      if (!isFile(absolute)) continue;
      const id = shape === 'folder' ? child : child.slice(0, -extension.length - 1);
      entries.push(parseEntry(name, id, `${base}/${folder}/${relative}`, readFileSync(absolute, 'utf8')));
    }
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { root, base, entries };
}

/** The entries of one collection whose data fits its schema; the others are the checker's business. */
export function validEntries<C extends CollectionName>(source: ContentSource, collection: C): ValidEntry<C>[] {
  const { schema } = collections[collection];
  return source.entries.flatMap((entry) => {
    if (entry.collection !== collection || !entry.yaml || entry.yaml.errors.length > 0) return [];
    const result = schema.safeParse(entry.yaml.toJS());
    // The schema was looked up by the same name, so its output is this collection's data.
    return result.success ? [{ ...(entry as SourceEntry<C>), data: result.data as DataOf<C> }] : [];
  });
}

/** Every file under the content folder, whatever it is, as sorted paths from the root with `/`. */
export function listFiles(root: string, base = 'content'): string[] {
  const walk = (folder: string): string[] =>
    list(path.join(root, folder)).flatMap((child) => {
      const inner = `${folder}/${child}`;
      return isFile(path.join(root, inner)) ? [inner] : walk(inner);
    });
  return walk(base).sort();
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
