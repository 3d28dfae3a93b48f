import { audit } from './accessibility.ts';
import { expect, kinds, overflow, sitemapOf, test, type Page } from './support.ts';

test.describe('every page of the sitemap passes an audit in light, wide', () => {
  test.setTimeout(180_000);
  // In parts, so that they run side by side.
  for (const part of [0, 1, 2, 3]) {
    test(`part ${part + 1} of 4`, async ({ page }) => {
      const faults: string[] = [];
      for (const [i, path] of sitemapOf('root').entries()) {
        if (i % 4 !== part) continue;
        await page.goto(path);
        faults.push(...(await audit(page)).map((fault) => `/${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }
});

test.describe('one page of every kind passes an audit', () => {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`in dark: ${kind}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(path);
      expect(await audit(page)).toEqual([]);
    });
    test(`320 px wide, without scrolling sideways: ${kind}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      expect(await audit(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
  }
});

test('no page of the sitemap scrolls sideways at 320 px or at twice the letter size', async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  for (const [width, zoom] of [[320, 1], [640, 2]] as const) {
    await page.setViewportSize({ width, height: 640 });
    for (const path of sitemapOf('root')) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      if (zoom !== 1) await page.evaluate((times) => document.documentElement.style.setProperty('font-size', `${times * 100}%`), zoom);
      const wider = await overflow(page);
      if (wider > 0) faults.push(`/${path} at ${width} px, letters ×${zoom}: ${wider} px too wide`);
    }
  }
  expect(faults).toEqual([]);
});

interface State {
  name: string;
  path: string;
  enter: (page: Page) => Promise<void>;
}

const states: State[] = [
  {
    name: 'a term card is open in prose',
    path: kinds.tutorial,
    enter: async (page) => {
      await page.locator('.prose a.term').first().hover();
      await expect(page.getByRole('group', { name: 'Glossary card' })).toBeVisible();
    },
  },
  {
    name: 'a term card is open in the glossary',
    path: kinds.glossary,
    enter: async (page) => {
      await page.locator('.bank a').nth(3).hover();
      await expect(page.getByRole('group', { name: 'Glossary card' })).toBeVisible();
    },
  },
  {
    name: 'the reading settings are open',
    path: kinds.essay,
    enter: async (page) => {
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await expect(page.getByRole('group', { name: 'Printing' })).toBeVisible();
    },
  },
  { name: 'the glossary is filtered', path: kinds.glossary, enter: (page) => page.getByLabel('Filter the glossary').fill('latent') },
  { name: 'the glossary’s filter finds nothing', path: kinds.glossary, enter: (page) => page.getByLabel('Filter the glossary').fill('zzz') },
  {
    name: 'the contents are open',
    path: kinds.essay,
    enter: async (page) => {
      await page.locator('.running-head summary').click();
      await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    },
  },
  {
    name: 'the citation of a page is open',
    path: kinds.essay,
    enter: (page) => page.getByText('Cite this page').click(),
  },
];

test.describe('an audit passes while', () => {
  for (const { name, path, enter } of states) {
    for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
      test(`${name}, in ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 720 });
        await page.goto(path);
        await enter(page);
        expect(await audit(page)).toEqual([]);
        if (width === 320) expect(await overflow(page)).toBe(0);
      });
    }
  }
});
