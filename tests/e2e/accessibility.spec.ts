import { audit } from './accessibility.ts';
import { expect, kinds, overflow, test, type Page } from './support.ts';

test.describe('one page of every kind passes an audit', () => {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`in dark and at 320 px, without scrolling sideways: ${kind}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(path);
      expect.soft(await audit(page), 'dark, 1280 px').toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await audit(page), 'dark, 320 px').toEqual([]);
      expect.soft(await overflow(page), 'px too wide at 320 px').toBe(0);
    });
  }
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
    name: 'a term of the map is lit by the keyboard',
    path: kinds.bridges,
    enter: async (page) => {
      await page.locator('#at-truncation').focus();
      await expect(page.getByRole('region', { name: 'Where it breaks' }).getByRole('link', { name: 'restraint' })).toBeVisible();
    },
  },
  { name: 'the map is narrowed', path: `${kinds.bridges}?relation=false-friend&relation=close&topic=evaluation`, enter: (page) => expect(page.locator('lc-bridges output')).toHaveText(/of/) },
  { name: 'the map is narrowed to nothing', path: `${kinds.bridges}?relation=exact&topic=type`, enter: (page) => expect(page.locator('.map .none')).toBeVisible() },
  {
    name: 'one card of the deck is turned',
    path: kinds['false friends'],
    enter: async (page) => {
      await page.getByRole('button', { name: /^turn over/ }).first().click();
      await expect(page.locator('.card').first().locator('.face.creative')).toBeVisible();
    },
  },
  { name: 'all cards of the deck are turned', path: kinds['false friends'], enter: (page) => page.getByRole('button', { name: 'turn them all' }).click() },
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
    enter: async (page) => {
      await page.getByText('Cite this page').click();
      // Else the running head lies over whatever has scrolled under it, and small parts of links count as small links.
      await page.evaluate(() => window.scrollTo(0, 0));
    },
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
