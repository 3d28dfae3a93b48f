import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { demoPath, demos } from '../../../src/demos/registry.ts';
import { readContent } from '../../../src/lib/content/source.ts';

describe('the table of demos', () => {
  const terms = new Set(readContent(process.cwd()).entries.filter(({ collection }) => collection === 'glossary').map(({ id }) => id));
  for (const { id, title, inks, parts, terms: named } of demos) {
    test(`${id} has a page, an element and a figure`, () => {
      assert.ok(existsSync(`src/pages${demoPath(id)}index.astro`));
      for (const file of ['element.ts', 'Demo.astro', 'figure.ts']) assert.ok(existsSync(`src/demos/${id}/${file}`), file);
    });
    test(`the two voices of ${id} are in its title`, () => {
      for (const ink of Object.values(inks)) assert.ok(title.includes(ink));
    });
    test(`${id} can be shown whole`, () => assert.ok(parts.includes('all')));
    test(`the terms of ${id} are in the glossary`, () => assert.deepEqual(named.filter((term) => !terms.has(term)), []));
  }
});
