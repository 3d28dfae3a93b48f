import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/lib/checks/index.ts';
import { parseEntry } from '../../../src/lib/content/source.ts';
import { componentOf, vocabulary } from '../../../src/mdx/vocabulary.ts';

/** Ids of terms and sources that examples name are not part of what is tested here. */
const lookedUp = ['unknown-term', 'unknown-source'];

describe('the vocabulary', () => {
  for (const component of vocabulary) {
    test(`the example of ${component.name} uses it and passes the check`, () => {
      assert.match(component.example, new RegExp(`<${component.name}[ />]`));
      const text = `---\ntitle: Example\nsummary: An example.\n---\n\n${component.example}\n`;
      const id = component.only?.split('/').at(-1) ?? 'example';
      const entries = [parseEntry('pages', id, `content/pages/${id}.mdx`, text)];
      const faults = checkContent({ root: '/', base: 'content', entries }, { assets: { files: () => [] } });
      assert.deepEqual(faults.filter(({ rule }) => !lookedUp.includes(rule)), []);
    });
    test(`what ${component.name} says of its parent and children is true of them`, () => {
      if (component.parent !== undefined) {
        const parent = componentOf(component.parent);
        assert.ok(parent?.children.kind === 'components' && parent.children.names.includes(component.name));
      }
      if (component.children.kind === 'components') {
        for (const name of component.children.names) assert.equal(componentOf(name)?.parent, component.name);
      }
    });
  }
  test('has each name once', () => assert.equal(new Set(vocabulary.map(({ name }) => name)).size, vocabulary.length));
  test('knows no other name', () => assert.equal(componentOf('Carousel'), undefined));
  test('is case-sensitive', () => assert.equal(componentOf('note'), undefined));
});
