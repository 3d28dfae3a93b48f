import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { demos } from '../../../src/demos/registry.ts';
import { readContent, validEntries } from '../../../src/lib/content/source.ts';

describe('the table of demos', () => {
  const written = new Map(validEntries(readContent(process.cwd()), 'demos').map((entry) => [entry.id, entry.data]));
  test('and what is written about them are one list', () => assert.deepEqual([...written.keys()].sort(), demos.map(({ id }) => id as string).sort()));
  for (const { id, parts } of demos) {
    test(`${id} has an element and a figure`, () => {
      for (const file of ['element.ts', 'Demo.astro', 'figure.ts']) assert.ok(existsSync(`src/demos/${id}/${file}`), file);
    });
    test(`the two voices of ${id} are in its title`, () => {
      for (const ink of Object.values(written.get(id)?.inks ?? {})) assert.ok(written.get(id)?.title.includes(ink));
    });
    test(`${id} can be shown whole`, () => assert.ok(parts.includes('all')));
  }
});
