/** The glossary as data, as it is published: files, the data in pages, former addresses, and where a term is used. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFiles } from '../../src/lib/glossary/forms/files.ts';
import { linesOf, readJsonLd, readTurtle } from '../helpers/rdf.ts';
import { skosFaults, skosManners } from '../helpers/skos.ts';
import { filesOf } from './built.ts';
import { bases, folderOf, ORIGIN, RENAMED, siteNames } from './sites.ts';
import { expect, kinds, test, type Page } from './support.ts';

const read = (site: (typeof siteNames)[number], file: string): string => readFileSync(path.join(folderOf(site), file), 'utf8');
const data = (page: Page): Promise<Record<string, unknown>[]> =>
  page.locator('script[type="application/ld+json"]').evaluateAll((all) => all.map((each) => JSON.parse(each.textContent ?? '') as Record<string, unknown>));

for (const site of siteNames) {
  test(`Turtle and JSON-LD of the ${site} site keep the conditions of SKOS and say the same`, async () => {
    const home = `${ORIGIN}${bases[site].replace(/\/$/, '')}/`;
    const triples = readTurtle(read(site, 'glossary.ttl'), `${home}glossary.ttl`);
    expect(skosFaults(triples)).toEqual([]);
    expect(skosManners(triples)).toEqual([]);
    expect(linesOf(await readJsonLd(read(site, 'glossary.jsonld'), `${home}glossary.jsonld`))).toEqual(linesOf(triples));
    expect(read(site, 'glossary.json')).toBe(read(site, 'glossary.jsonld'));
    expect(triples.some(({ subject }) => subject === `${home}glossary/truncation/#term`)).toBe(true);
  });
}

test('every file of the glossary is served as what it is, and so is each term', async ({ request }) => {
  for (const { path: file, type } of [...dataFiles, { path: '/glossary/truncation.json', type: 'application/json' }]) {
    const response = await request.get(file.slice(1));
    expect.soft(response.status(), file).toBe(200);
    expect.soft(response.headers()['content-type'], file).toContain(type);
  }
  const terms = filesOf(folderOf('root')).filter((file) => /^glossary\/[^/]+\/index\.html$/.test(file));
  const files = filesOf(folderOf('root')).filter((file) => /^glossary\/[^/]+\.json$/.test(file));
  expect(files.length).toBe(terms.length);
});

test('a term’s page holds a DefinedTerm, links its data, and has the places its addresses name', async ({ page }) => {
  await page.goto(kinds['technical term']);
  expect(await data(page)).toEqual([expect.objectContaining({ '@type': 'DefinedTerm', '@id': `${ORIGIN}/glossary/truncation/#term`, inDefinedTermSet: `${ORIGIN}/glossary/` })]);
  await expect(page.locator('head link[rel="alternate"][type="application/json"]')).toHaveAttribute('href', '/glossary/truncation.json');
  await expect(page.getByRole('link', { name: 'this term as JSON' })).toHaveAttribute('href', '/glossary/truncation.json');
  await expect(page.locator('h1#term')).toHaveText('truncation');
  await expect(page.locator('#bridge-restraint')).toContainText('restraint');
});

test('the glossary’s page holds a DefinedTermSet and links every file', async ({ page }) => {
  await page.goto(kinds.glossary);
  expect(await data(page)).toEqual([expect.objectContaining({ '@type': 'DefinedTermSet', '@id': `${ORIGIN}/glossary/` })]);
  for (const { label, path: file } of dataFiles) await expect.soft(page.locator('.as-data').getByRole('link', { name: label, exact: true })).toHaveAttribute('href', file);
});

test('every word of our own is explained at its address', async ({ page }) => {
  const namespace = `${ORIGIN}/ns/#`;
  const triples = readTurtle(read('root', 'glossary.ttl'), `${ORIGIN}/glossary.ttl`);
  const words = new Set(triples.flatMap(({ subject, predicate }) => [subject, predicate]).filter((address) => address.startsWith(namespace)));
  await page.goto(kinds['glossary as data']);
  const ids = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id));
  expect([...words].map((address) => address.slice(namespace.length)).filter((id) => !ids.includes(id))).toEqual([]);
});

test('browsers are told how to search, where the site knows its address', async ({ page, request }) => {
  await page.goto('');
  await expect(page.locator('head link[rel="search"]')).toHaveAttribute('href', '/opensearch.xml');
  expect(await (await request.get('opensearch.xml')).text()).toContain(`template="${ORIGIN}/search/?q={searchTerms}"`);
  expect(filesOf(folderOf('drafts'))).not.toContain('opensearch.xml');
  expect(read('drafts', 'index.html')).not.toContain('rel="search"');
});

test('a term says where it is used, text by text, and folds what is too much', async ({ page }) => {
  await page.goto('glossary/training-data/');
  const used = page.getByRole('region', { name: 'Where it is used' });
  const texts = used.locator(':scope > ul > li');
  await expect(texts.first().locator('mark').first()).toBeVisible();
  expect(await texts.count()).toBeLessThanOrEqual(6);
  const folded = used.locator('details').last();
  await expect(folded.locator('mark').last()).toBeHidden();
  await folded.locator('summary').first().click();
  await expect(folded.locator('mark').last()).toBeVisible();
});

test('a term leads to the demos that show it', async ({ page }) => {
  await page.goto('glossary/latent-space/');
  await page.getByRole('region', { name: 'Demos' }).getByRole('link', { name: 'The letterform map' }).click();
  await expect(page).toHaveURL(/\/demos\/letterform-map\/$/);
});

test.describe('the former address of a term', () => {
  test.use({ site: 'drafts' });

  test('leads to the present one', async ({ page }) => {
    await page.goto(`glossary/${RENAMED.from}/`, { waitUntil: 'commit' });
    await expect(page).toHaveURL(new RegExp(`/glossary/${RENAMED.to}/$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('truncation');
  });

  test('says where to where a browser does not follow, and asks not to be found', () => {
    const html = read('drafts', `glossary/${RENAMED.from}/index.html`);
    expect(html).toMatch(new RegExp(`<meta http-equiv="refresh" content="0; url=/glossary/${RENAMED.to}/">`));
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toMatch(new RegExp(`<p class="standfirst">.*<a[^>]* href="/glossary/${RENAMED.to}/">truncation</a>`));
  });

  test('answers as data too', () => {
    expect(read('drafts', `glossary/${RENAMED.from}.json`)).toBe(read('drafts', `glossary/${RENAMED.to}.json`));
    const triples = readTurtle(read('drafts', 'glossary.ttl'), `${ORIGIN}/glossary.ttl`);
    const about = (property: string): string | undefined => triples.find(({ subject, predicate }) => subject === `${ORIGIN}/glossary/${RENAMED.from}/#term` && predicate.endsWith(property))?.object;
    expect(about('isReplacedBy')).toBe(`${ORIGIN}/glossary/${RENAMED.to}/#term`);
    expect(about('deprecated')).toBe('true');
  });

  test('is in no list', () => {
    for (const file of ['glossary/index.html', 'search/index.html']) expect(read('drafts', file)).not.toContain(`/glossary/${RENAMED.from}/`);
  });
});
