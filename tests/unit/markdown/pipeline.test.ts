import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createMarkdownProcessor, unified } from '@astrojs/markdown-remark';
import { proseRehypePlugins, proseRemarkPlugins, type ProseData } from '../../../src/markdown/pipeline.ts';
import { entry, indexOf } from '../../helpers/terms.ts';

const fixtures = new URL('../../fixtures/markdown/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');
const data: ProseData = {
  base: '/',
  terms: {
    index: indexOf(entry('truncation'), entry('latent-space'), entry('gan', { term: 'GAN' }), entry('restraint', { side: 'creative' })),
    href: (id) => `/glossary/${id}/`,
    sideOf: (id) => (id === 'restraint' ? 'creative' : 'technical'),
  },
  citations: { ids: new Set(['karras2019style', 'brock2019large']) },
};
const options = { gfm: false, smartypants: false, remarkPlugins: proseRemarkPlugins(data), rehypePlugins: proseRehypePlugins() };

test('piece.md becomes piece.html', async () => {
  const processor = await createMarkdownProcessor({ ...options, syntaxHighlight: false });
  const { code, metadata } = await processor.render(read('piece.md'));
  // `UPDATE=1 npm run test:unit` writes the golden file; never in CI.
  if (process.env['UPDATE'] && !process.env['CI']) writeFileSync(new URL('piece.html', fixtures), `${code.trim()}\n`);
  assert.equal(`${code.trim()}\n`, read('piece.html'));
  assert.deepEqual(metadata.frontmatter['terms'], ['truncation', 'latent-space', 'restraint', 'gan']);
  assert.deepEqual(metadata.frontmatter['cited'], ['karras2019style', 'brock2019large']);
});

test('an aligned table has classes and no inline style in MDX', async () => {
  const renderer = await unified(options).createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false, srcDir: new URL('file:///site/src/'), sourcemap: false });
  const { code } = (await renderer?.process('| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 |\n', '/site/content/essays/one/index.mdx', {})) ?? assert.fail();
  assert.doesNotMatch(code, /\bstyle\b|"?align"?:/);
  // Twice each: the head, and the row, which is filled up where a cell is missing.
  for (const side of ['left', 'center', 'right']) assert.equal(code.split(`"align-${side}"`).length - 1, 2, side);
});

test('a term’s page does not link itself when Astro renders it', async () => {
  const renderer = await unified(options).createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false, srcDir: new URL('file:///site/src/'), sourcemap: false });
  const { code } = (await renderer?.process('Truncation in latent space.', '/site/content/glossary/truncation.mdx', {})) ?? assert.fail();
  assert.doesNotMatch(code, /\/glossary\/truncation\//);
  assert.match(code, /\/glossary\/latent-space\//);
});
