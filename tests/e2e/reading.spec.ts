import { expect, kinds, test, type Page } from './support.ts';

test.describe('the running head of a piece', () => {
  const current = (page: Page) => page.locator('.running-head [data-current]');

  test('names the section that is being read', async ({ page }) => {
    await page.goto(kinds.essay);
    await expect(current(page)).toHaveText('Contents');
    const headings = page.locator('.prose h2[id]');
    for (const i of [1, 3]) {
      const heading = headings.nth(i);
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await expect(current(page)).toHaveText((await heading.innerText()).trim());
    }
  });

  test('names the section before again on the way back', async ({ page }) => {
    await page.goto(kinds.essay);
    const headings = page.locator('.prose h2[id]');
    await headings.nth(3).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await expect(current(page)).toHaveText((await headings.nth(3).innerText()).trim());
    await headings.nth(3).evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await expect(current(page)).toHaveText((await headings.nth(2).innerText()).trim());
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(current(page)).toHaveText('Contents');
  });

  test('opens the contents, which lead to a section and close', async ({ page }) => {
    await page.goto(kinds.essay);
    await page.locator('.running-head summary').click();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    const link = contents.getByRole('link').nth(2);
    const name = (await link.innerText()).trim();
    await link.click();
    await expect(contents).toBeHidden();
    await expect(page.getByRole('heading', { level: 2, name })).toBeInViewport();
    // Not hidden under the head that stays at the top.
    const [head, heading] = await Promise.all([page.locator('.running-head').boundingBox(), page.getByRole('heading', { level: 2, name }).boundingBox()]);
    expect(heading?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
  });

  test('closes on Escape, and on a click elsewhere', async ({ page }) => {
    await page.goto(kinds.essay);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await page.locator('.running-head summary').press('Enter');
    await expect(contents).toBeVisible();
    await contents.getByRole('link').first().focus();
    await page.keyboard.press('Escape');
    await expect(contents).toBeHidden();
    await expect(page.locator('.running-head summary')).toBeFocused();
    await page.locator('.running-head summary').click();
    await page.locator('h1').click();
    await expect(contents).toBeHidden();
  });
});

test('a citation jumps to its source, and the source says where its record is', async ({ page }) => {
  await page.goto(kinds.essay);
  const citation = page.locator('.prose a.cite').first();
  const target = new URL((await citation.getAttribute('href')) ?? '', page.url()).hash;
  await citation.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  const source = page.locator(`[id="${target.slice(1)}"]`);
  await expect(source).toBeInViewport();
  await source.getByRole('link', { name: 'record' }).click();
  await expect(page).toHaveURL(/\/references\/#/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('citations are numbered by first appearance, from one, without a gap', async ({ page }) => {
  await page.goto(kinds.essay);
  const numbers = (await page.locator('.prose a.cite').allInnerTexts()).map(Number);
  expect(numbers[0]).toBe(1);
  let highest = 0;
  for (const number of numbers) {
    expect(number).toBeLessThanOrEqual(highest + 1);
    highest = Math.max(highest, number);
  }
  await expect(page.locator('.bibliography li')).toHaveCount(highest);
});

test('a letter leads to the first source under it', async ({ page }) => {
  await page.goto(kinds.references);
  await page.getByRole('navigation', { name: 'By first letter' }).getByRole('link', { name: 'M', exact: true }).click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toHaveText(/^\W*m/i);
});

test('the list of sources gives BibTeX for every one', async ({ page, request }) => {
  await page.goto(kinds.references);
  const count = await page.locator('.references li').count();
  const bibtex = await (await request.get('references.bib')).text();
  expect(bibtex.match(/^@\w+\{/gm)).toHaveLength(count);
  const first = page.locator('.references li').first();
  const own = (await first.getByRole('link', { name: /^BibTeX/ }).getAttribute('href')) ?? '';
  expect(await (await request.get(own)).text()).toContain(`{${await first.getAttribute('id')},`);
});

test('"cite this page" gives a citation and its BibTeX with the page’s address', async ({ page }) => {
  await page.goto(kinds.essay);
  await page.getByText('Cite this page').click();
  await expect(page.locator('.colophon pre')).toContainText('https://latent-commons.test/essays/the-instrument-and-the-ear/');
});

test('"edit this page" leads to the file in the repository', async ({ page }) => {
  await page.goto(kinds.essay);
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    'https://example.test/latent-commons/edit/main/content/essays/the-instrument-and-the-ear/index.mdx',
  );
});

test('notes hang in the margin of their side on wide paper, and under their paragraph on narrow', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(kinds.essay);
  const middle = await page.locator('.prose').evaluate((prose) => ({ left: prose.getBoundingClientRect().left, right: prose.getBoundingClientRect().right }));
  const technical = await page.locator('.prose .note.technical').first().boundingBox();
  const creative = await page.locator('.prose .note.creative').first().boundingBox();
  expect((technical?.x ?? 0) + (technical?.width ?? 0)).toBeLessThan(middle.left);
  expect(creative?.x ?? 0).toBeGreaterThan(middle.right);
  await page.setViewportSize({ width: 390, height: 900 });
  const narrow = await page.locator('.prose .note.technical').first().boundingBox();
  expect(narrow?.x ?? -1).toBeGreaterThanOrEqual(0);
});

test.describe('a list with facets', () => {
  // There, one essay is for makers.
  test.use({ site: 'drafts' });

  test('narrows in place, says how many are left, and keeps the choice in the address', async ({ page }) => {
    await page.goto('essays/');
    const boxes = page.locator('lc-facets input[type="checkbox"]');
    const all = await page.locator('.entries > li').count();
    const box = boxes.first();
    const [name, value] = [await box.getAttribute('name'), await box.getAttribute('value')];
    await box.check();
    const left = page.locator('.entries > li:visible');
    await expect(left).toHaveCount(await page.locator(`.entries > li[data-${name}="${value}"]`).count());
    await expect(page.locator('lc-facets output')).toHaveText(new RegExp(`^\\d+ of ${all}$`));
    await expect(page).toHaveURL(new RegExp(`\\?${name}=${value}$`));
    await page.reload();
    await expect(box).toBeChecked();
    await expect(page.locator('lc-facets output')).toHaveText(new RegExp(`^\\d+ of ${all}$`));
    await box.uncheck();
    await expect(page.locator('lc-facets output')).toHaveText(`${all} in all`);
    await expect(page).toHaveURL(/\/essays\/$/);
  });

  test('any value within a facet, all facets together', async ({ page }) => {
    await page.goto('essays/?audience=maker&level=advanced');
    await expect(page.locator('.entries > li:visible')).toHaveCount(1);
    await page.goto('essays/?audience=maker&audience=both');
    await expect(page.locator('lc-facets output')).toHaveText(/in all$/);
    await page.goto('essays/?audience=maker&level=introduction');
    await expect(page.locator('.entries > li:visible')).toHaveCount(0);
    await expect(page.locator('lc-facets output')).toHaveText(/^0 of/);
    await page.goto('essays/?audience=maker&nothing=such');
    await expect(page.locator('.entries > li:visible')).toHaveCount(1);
  });
});
