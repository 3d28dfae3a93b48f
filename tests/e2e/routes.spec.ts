import { deadLinks, pagesOf } from './built.ts';
import { bases, folderOf, ORIGIN, siteNames } from './sites.ts';
import { expect, kinds, test } from './support.ts';

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

  test('a page of every kind loads all it needs', async ({ page }) => {
    test.slow();
    for (const path of Object.values(kinds)) {
      const missing: string[] = [];
      page.on('response', (response) => void (response.status() >= 400 && missing.push(response.url())));
      await page.goto(path);
      expect.soft(missing, `/${path}`).toEqual([]);
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href', { timeout: 1000 }).catch(() => undefined);
      if (canonical) expect.soft(canonical).toBe(`${ORIGIN}/sub/path/${path}`);
    }
  });

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

test('a site that does not know its address claims none', () => {
  const page = pagesOf(folderOf('drafts')).find(({ path }) => path === 'essays/the-instrument-and-the-ear/');
  expect(page?.html).not.toMatch(/rel="canonical"|og:image|og:url|application\/rss\+xml|\/edit\/|undefined/);
  expect(page?.html).toContain('<h1');
});
