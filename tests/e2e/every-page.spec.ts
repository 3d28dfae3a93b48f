import { audit } from './accessibility.ts';
import { pagesOf } from './built.ts';
import { folderOf, ORIGIN } from './sites.ts';
import { expect, overflow, sitemapOf, test } from './support.ts';

/** So many, that the parts run side by side. */
const PARTS = 4;

test.describe('every page of the sitemap answers, says what it is, passes an audit and fits a narrow window', () => {
  test.setTimeout(180_000);
  for (let part = 0; part < PARTS; part++) {
    test(`part ${part + 1} of ${PARTS}`, async ({ page }) => {
      const faults: string[] = [];
      for (const [i, path] of sitemapOf('root').entries()) {
        if (i % PARTS !== part) continue;
        const fault = (text: string): void => void faults.push(`/${path}: ${text}`);
        await page.setViewportSize({ width: 1280, height: 800 });
        const response = await page.goto(path);
        if (response?.status() !== 200) fault(`status ${response?.status()}`);
        const found = await page.evaluate(() => ({
          headings: document.querySelectorAll('h1').length,
          heading: document.querySelector('h1')?.textContent?.trim() ?? '',
          title: document.title,
          description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '',
          canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '',
          mains: document.querySelectorAll('main').length,
          language: document.documentElement.lang,
        }));
        if (found.headings !== 1 || found.heading === '') fault(`${found.headings} level-one headings, the first “${found.heading}”`);
        if (!found.title.includes('Latent Commons')) fault(`the title is “${found.title}”`);
        if (found.mains !== 1) fault(`${found.mains} main landmarks`);
        if (found.description.length < 20) fault(`the description is “${found.description}”`);
        if (found.language !== 'en') fault(`the language is “${found.language}”`);
        const canonical = ORIGIN + new URL(page.url()).pathname;
        if (found.canonical !== canonical) fault(`the canonical address is ${found.canonical}, not ${canonical}`);
        for (const violation of await audit(page)) fault(violation);
        await page.setViewportSize({ width: 320, height: 640 });
        const narrow = await overflow(page);
        if (narrow > 0) fault(`${narrow} px too wide at 320 px`);
        await page.setViewportSize({ width: 640, height: 800 });
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        const large = await overflow(page);
        if (large > 0) fault(`${large} px too wide at 640 px with letters twice their size`);
      }
      expect(faults).toEqual([]);
    });
  }
});

test('the sitemap has every page there is', () => {
  const built = pagesOf(folderOf('root')).map(({ path }) => path).filter((path) => path !== '404.html');
  expect(sitemapOf('root').sort()).toEqual(built.sort());
});

test('no two pages have the same title', () => {
  // Two vocabularies share words; their entries have to be told apart by more than the address.
  const byTitle = Map.groupBy(pagesOf(folderOf('root')), ({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'none');
  const twins = [...byTitle].filter(([, pages]) => pages.length > 1).map(([title, pages]) => `${title}: ${pages.map(({ path }) => `/${path}`).join(', ')}`);
  expect(twins).toEqual([]);
});
