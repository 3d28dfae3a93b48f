import { deadLinks, pagesOf } from './built.ts';
import { bases, folderOf, ORIGIN, siteNames } from './sites.ts';
import { expect, sitemapOf, test } from './support.ts';

test.describe('every page of the sitemap', () => {
  test.setTimeout(120_000);
  for (const site of ['root', 'sub'] as const) {
    test.describe(`of the site at ${bases[site]}`, () => {
      test.use({ site });

      test('answers, and says what it is', async ({ page }) => {
        const faults: string[] = [];
        const titles = new Map<string, string>();
        for (const path of sitemapOf(site)) {
          const fault = (text: string): void => void faults.push(`/${path}: ${text}`);
          const response = await page.goto(path, { waitUntil: 'load' });
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
          if (found.mains !== 1) fault(`${found.mains} main landmarks`);
          if (found.description.length < 20) fault(`the description is “${found.description}”`);
          if (found.language !== 'en') fault(`the language is “${found.language}”`);
          const canonical = ORIGIN + new URL(page.url()).pathname;
          if (found.canonical !== canonical) fault(`the canonical address is ${found.canonical}, not ${canonical}`);
          const twin = titles.get(found.title);
          // Two vocabularies share words; their entries have to be told apart by more than the address.
          if (twin !== undefined) fault(`has the title of /${twin}: ${found.title}`);
          titles.set(found.title, path);
        }
        expect(faults).toEqual([]);
      });
    });
  }

  test('is every page there is', () => {
    const built = pagesOf(folderOf('root')).map(({ path }) => path).filter((path) => path !== '404.html');
    expect(sitemapOf('root').sort()).toEqual(built.sort());
  });
});

for (const site of siteNames) {
  test(`every link and anchor of the ${site} site leads somewhere`, () => {
    expect(deadLinks(folderOf(site), bases[site]).map(({ page, address, why }) => `/${page}: ${address} ${why}`)).toEqual([]);
  });
}

test('an address that is not there answers 404 with a page that leads on', async ({ page, faults }) => {
  faults.allow(/404/);
  const response = await page.goto('nothing/of/the/kind/');
  expect(response?.status()).toBe(404);
  await page.locator('main').getByRole('link', { name: 'glossary' }).click();
  await expect(page).toHaveURL(/\/glossary\/$/);
});

test.describe('under a sub-path', () => {
  test.use({ site: 'sub' });

  test('robots, feed, manifest and card file lead to addresses below it', async ({ request }) => {
    expect(await (await request.get('robots.txt')).text()).toContain(`Sitemap: ${ORIGIN}/sub/path/sitemap.xml`);
    expect(await (await request.get('rss.xml')).text()).toContain(`<link>${ORIGIN}/sub/path/essays/`);
    const manifest: { start_url: string } = await (await request.get('site.webmanifest')).json();
    expect(manifest.start_url).toBe('/sub/path/');
  });

  test('a term card is fetched from below it', async ({ page }) => {
    await page.goto('tutorials/what-a-latent-space-is/');
    await page.locator('main a.term').first().hover();
    await expect(page.getByRole('group', { name: 'Glossary card' })).toBeVisible();
    await page.getByRole('link', { name: 'the whole entry' }).click();
    await expect(page).toHaveURL(/\/sub\/path\/glossary\/[a-z-]+\/$/);
  });
});

test('a site that does not know its address claims none', async ({ request }) => {
  const page = pagesOf(folderOf('drafts')).find(({ path }) => path === 'essays/the-instrument-and-the-ear/');
  expect(page?.html).not.toMatch(/rel="canonical"|og:image|og:url|application\/rss\+xml|\/edit\/|undefined/);
  expect(page?.html).toContain('<h1');
  void request;
});
