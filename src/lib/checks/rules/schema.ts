/** Front matter against its schema: each of the schema's complaints, at the exact place and in a writer's words. */
import type { z } from 'astro/zod';
import { collections } from '../../../schemas/index.ts';
import { fault } from '../fault.ts';
import { fieldAt } from '../fields.ts';
import { choices, nearest } from '../nearest.ts';
import { fileStart, placeOfPath, type YamlPath } from '../position.ts';
import { keysAt } from '../schema-keys.ts';
import { isRecord, type CheckedEntry } from '../site.ts';
import type { Fault, Place, Saying } from '../types.ts';

type Issue = z.core.$ZodIssue;

/** Rules `schema-missing`, `schema-unknown-key`, `schema-choice` and `schema-value`. */
export function checkSchema(entry: CheckedEntry): Fault[] {
  const { yaml, collection } = entry.source;
  if (!yaml || yaml.errors.length > 0 || yaml.contents === null) return [];
  if (entry.data === undefined) {
    // With an alias in it the data was not read; the YAML rules say so.
    const group = yaml.contents.constructor.name === 'YAMLMap';
    return group ? [] : [fault(entry, 'schema-value', placeOfPath(entry.source, []), { message: 'the YAML is not a group of fields', expected: 'name: value, one a line' })];
  }
  const result = collections[collection].schema.safeParse(entry.data);
  const issues = result.success ? [] : result.error.issues.flatMap((issue) => unfold(issue, entry.data));
  const meant = new Set<string>();
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(entry, issue, meant) : []));
  const others = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return [];
    const path = yamlPath(issue.path);
    if (valueAt(entry.data, path) !== undefined) return [wrongValue(entry, issue, path)];
    // The field is there under a misspelt name: one fault is enough.
    return meant.has(path.join('.')) ? [] : [missing(entry, path)];
  });
  return [...unknown, ...others];
}

/** Of a choice between shapes (a person or a body), the complaints of the shape that was most likely meant. */
function unfold(issue: Issue, data: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [first = [], ...rest] = issue.errors;
  const value = valueAt(data, yamlPath(issue.path));
  const fewest = rest.reduce((best, errors) => (errors.length < best.length ? errors : best), first);
  if (fewest.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type') || !isRecord(value)) {
    return [{ code: 'custom', path: issue.path, message: 'a person, { family: …, given: … }, or a body, { literal: … }', input: value }];
  }
  return fewest.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }, data));
}

function unknownKeys(entry: CheckedEntry, issue: Extract<Issue, { code: 'unrecognized_keys' }>, meant: Set<string>): Fault[] {
  const { source } = entry;
  const path = yamlPath(issue.path);
  const valid = keysAt(collections[source.collection].schema, path);
  const used = Object.keys(valueAt(entry.data, path) ?? {});
  const free = valid.filter((key) => !used.includes(key));
  return issue.keys.map((key) => {
    const near = nearest(key, free) ?? nearest(key, valid);
    if (near !== undefined) meant.add([...path, near].join('.'));
    const where = path.length === 0 ? `in ${source.collection}` : `of \`${nameOf(path)}\``;
    // `{ note: Drafted, then edited }`: the comma ended the value, and the rest became a field.
    const cut = near === undefined && valueAt(entry.data, [...path, key]) === null;
    const fix = cut ? 'where a comma belongs to the value, put the value in quotes: "…"' : undefined;
    const expected = near === undefined ? choices(free.length > 0 ? free : valid) : undefined;
    const saying = { message: `there is no field \`${key}\` ${where}`, expected, nearest: near, fix };
    return fault(entry, 'schema-unknown-key', placeOfPath(source, [...path, key], 'key'), saying);
  });
}

function missing(entry: CheckedEntry, path: YamlPath): Fault {
  const field = fieldAt(entry.source.collection, path);
  const place: Place = path.length === 1 ? fileStart : placeOfPath(entry.source, path.slice(0, -1));
  const saying = { message: `\`${nameOf(path)}\` is missing`, expected: field?.purpose, fix: field && `add a line such as: ${field.example}` };
  return fault(entry, 'schema-missing', place, saying);
}

function wrongValue(entry: CheckedEntry, issue: Issue, path: YamlPath): Fault {
  const value = valueAt(entry.data, path);
  const place = placeOfPath(entry.source, path);
  const name = `\`${nameOf(path)}\``;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const saying = { message: `${name} cannot be ${shown(value)}`, expected: choices(values), nearest: nearest(String(value), values) };
    return fault(entry, 'schema-choice', place, saying);
  }
  return fault(entry, 'schema-value', place, { message: `${name} is ${shown(value)}`, ...wanted(issue, value) });
}

/** What the schema asked for. Its own sentences are kept; zod's stock ones are replaced. */
function wanted(issue: Issue, value: unknown): Omit<Saying, 'message'> {
  const stock = /^(Invalid|Too|Unrecognized|Expected)\b/.test(issue.message);
  if (issue.code === 'invalid_type') {
    const quotable = issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
    const fix = quotable ? `put it in quotes: "${value}"` : value === null ? 'write a value, or take the line away' : undefined;
    const list = issue.expected === 'array' && typeof value === 'string' ? `[${value}]` : undefined;
    return { expected: stock ? (typeNames[issue.expected] ?? issue.expected) : issue.message, fix: fix ?? list };
  }
  if (!stock) return { expected: issue.message };
  if (issue.code === 'too_small') return { expected: issue.origin === 'array' ? `at least ${issue.minimum} ${issue.minimum === 1 ? 'item' : 'items'}` : `at least ${issue.minimum}` };
  if (issue.code === 'too_big') return { expected: issue.origin === 'array' ? `at most ${issue.maximum} items` : `at most ${issue.maximum}` };
  if (issue.code === 'invalid_format' && issue.format === 'url') return { expected: 'a full URL, "https://…"' };
  return { expected: issue.message };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list, [one, two]',
  object: 'a group of fields',
};

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'this list';
  if (isRecord(value)) return 'a group of fields';
  return `the ${typeof value === 'number' ? 'number' : 'value'} ${String(value)}`;
}

/** `bridges[0].breaks`: a path as a writer would say it; items count from one. */
function nameOf(path: YamlPath): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step + 1}]` : name === '' ? step : `${name}.${step}`), '');
}

function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((value, step) => (Array.isArray(value) ? (value[Number(step)] as unknown) : isRecord(value) ? value[step] : undefined), data);
}

function yamlPath(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}
