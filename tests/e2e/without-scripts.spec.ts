import { expect, kinds, overflow, test } from './support.ts';

test.use({ javaScriptEnabled: false });

test('no page shows a control that only scripts could serve', async ({ page }) => {
  test.slow();
  for (const path of Object.values(kinds)) {
    await page.goto(path);
    expect.soft(await page.locator('button:visible, input:visible, select:visible, output:visible').count(), `/${path}`).toBe(0);
  }
});

test('the home page shows its picture, its doors and what is here', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('figure', { name: /printed from two plates/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /start from the engineer/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /start from the maker/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'what is here to read' }).getByRole('link')).not.toHaveCount(0);
});

test('a demo is a drawn figure with its caption', async ({ page }) => {
  for (const [path, count] of [[kinds.home, 1], [kinds.demo, 1], [kinds.tutorial, 2]] as const) {
    await page.goto(path);
    const demos = page.locator('lc-letterform-map');
    await expect(demos).toHaveCount(count);
    for (const demo of await demos.all()) {
      await expect(demo.locator('figcaption')).toBeVisible();
      await expect(demo.getByRole('img', { name: /A contact sheet/ })).toBeVisible();
      for (const box of await demo.locator('.ink').all()) {
        const drawn = await box.evaluate((element) => {
          const [outer, inner] = [element.getBoundingClientRect(), element.querySelector('path')?.getBoundingClientRect()];
          return inner && outer.width > 40 && inner.width > outer.width * 0.3 && inner.height > outer.height * 0.3;
        });
        expect.soft(drawn, `${path}: ${await box.getAttribute('data-view')}`).toBe(true);
      }
    }
  }
});

test('a piece shows both voices, its notes, contents and sources', async ({ page }) => {
  await page.goto(kinds.tutorial);
  await expect(page.locator('.prose .two > .for-makers').first()).toBeVisible();
  await expect(page.locator('.prose .two > .for-engineers').first()).toBeVisible();
  await expect(page.locator('.prose .note').first()).toBeVisible();
  await page.locator('.running-head summary').click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').nth(1).click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator('.bibliography li').first()).toBeVisible();
});

test('a term in prose is a link to its entry', async ({ page }) => {
  await page.goto(kinds.tutorial);
  const term = page.locator('.prose a.term').first();
  await term.click();
  await expect(page).toHaveURL(/\/glossary\/[a-z-]+\/$/);
});

test('the glossary shows both banks, the lines between, and A to Z', async ({ page }) => {
  await page.goto(kinds.glossary);
  await expect(page.locator('.bank.left > li').first()).toBeVisible();
  await expect(page.locator('.bank.right > li').first()).toBeVisible();
  expect(await page.locator('.bridges path').count()).toBeGreaterThan(20);
  await expect(page.getByRole('heading', { name: 'A to Z' })).toBeVisible();
  await expect(page.getByText('No term of either side reads like that.')).toBeHidden();
});

test('the map shows its banks, its lines with their key, and the same in words', async ({ page }) => {
  await page.goto(kinds.bridges);
  const [names, lines, words] = await Promise.all([page.locator('.bank a').count(), page.locator('.plate.technical path').count(), page.locator('.in-words li').count()]);
  expect(lines).toBeGreaterThan(20);
  expect(words).toBe(lines);
  expect(names).toBeGreaterThan(lines / 2);
  await expect(page.locator('.bank a').first()).toBeVisible();
  await expect(page.locator('.narrow').getByText('false friend', { exact: true })).toBeVisible();
  await expect(page.locator('.in-words li').last()).toContainText('breaks where');
  await expect(page.locator('.reading')).toBeHidden();
});

test('the cards of the deck lie open with both sides', async ({ page }) => {
  await page.goto(kinds['false friends']);
  for (const side of ['technical', 'creative']) {
    const faces = page.locator(`.card .face.${side}`);
    expect(await faces.count()).toBeGreaterThan(5);
    await expect(faces.first()).toBeVisible();
    await expect(faces.last()).toBeVisible();
  }
});

test('a term page shows both explanations and its bridges', async ({ page }) => {
  await page.goto(kinds['technical term']);
  await expect(page.getByRole('heading', { name: 'For makers' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'For engineers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bridges' })).toBeVisible();
});

test('the header leads to search, and the search page lists everything by name', async ({ page }) => {
  await page.goto('');
  await page.locator('a[data-search]').click();
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: 'truncation', exact: true })).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: /The instrument and the ear/i })).toBeVisible();
});

test('a list without facets is the whole list', async ({ page }) => {
  await page.goto(kinds.section);
  await expect(page.locator('.entries > li').first()).toBeVisible();
});

test('no page scrolls sideways at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of Object.values(kinds)) {
    await page.goto(path);
    expect.soft(await overflow(page), `/${path}`).toBe(0);
  }
});
