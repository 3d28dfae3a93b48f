/** Reads single values out of front matter that may be faulty elsewhere, with the path that locates them. */
import type { YamlPath } from './position.ts';
import { isRecord, type CheckedEntry } from './site.ts';

/** A text in front matter and where it stands. */
export interface Value {
  value: string;
  path: YamlPath;
}

/**
 * The texts at a path; `*` stands for every item of a list: `texts(entry, ['bridges', '*', 'to'])`.
 * Whatever is missing or not text is left out, since the schema rules report it.
 */
export function texts(entry: CheckedEntry, path: YamlPath): Value[] {
  return walk(entry.data, path, []);
}

/** The one text at a path without `*`. */
export function text(entry: CheckedEntry, path: YamlPath): string | undefined {
  return texts(entry, path)[0]?.value;
}

function walk(value: unknown, rest: YamlPath, done: YamlPath): Value[] {
  const [step, ...more] = rest;
  if (step === undefined) return typeof value === 'string' && value.trim() !== '' ? [{ value: value.trim(), path: done }] : [];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item: unknown, index) => walk(item, more, [...done, index])) : [];
  return isRecord(value) ? walk(value[step], more, [...done, step]) : [];
}
