import { pagesOf } from './built.ts';
import { folderOf } from './sites.ts';
import { expect, kinds, test } from './support.ts';

/** The policy of a page, by directive. */
function policyOf(html: string): Map<string, string[]> {
  const [, content = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
  return new Map(content.split(';').map((part) => part.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]));
}

test('every page has a policy that lets nothing inline run and nothing foreign load', () => {
  const faults = pagesOf(folderOf('root')).flatMap(({ path, html }) => {
    const policy = policyOf(html);
    const of = (name: string): string[] => policy.get(name) ?? policy.get('default-src') ?? ["'no policy'"];
    const wrong: string[] = [];
    for (const name of ['script-src', 'style-src']) {
      for (const source of of(name)) if (!/^'(?:self|wasm-unsafe-eval|sha(?:256|384|512)-[^']+)'$/.test(source)) wrong.push(`${name} ${source}`);
    }
    for (const name of ['default-src', 'img-src', 'font-src', 'connect-src', 'worker-src', 'form-action', 'base-uri']) {
      for (const source of of(name)) if (!["'self'", "'none'", 'data:', 'blob:'].includes(source)) wrong.push(`${name} ${source}`);
    }
    if (of('object-src').join() !== "'none'") wrong.push('object-src');
    return wrong.map((fault) => `/${path}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('no page has a style attribute, a handler attribute or a frame', () => {
  const faults = pagesOf(folderOf('root')).flatMap(({ path, html }) =>
    [...html.matchAll(/<[a-z][^>]*\s(?:style|on[a-z]+)="[^"]*"|<iframe|<object|<embed/g)].map(([found]) => `/${path}: ${found.slice(0, 120)}`),
  );
  expect(faults).toEqual([]);
});

test('an inline script, a handler, a string as code and an inline style are refused', async ({ page, faults }) => {
  faults.allow(/Content Security Policy/);
  await page.goto(kinds.tutorial);
  const ran = await page.evaluate(async () => {
    const marks = window as Window & { marks?: string[] };
    marks.marks = [];
    const script = document.createElement('script');
    script.textContent = 'window.marks.push("script")';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.marks.push(\'handler\')" alt="" /><p id="styled" style="position: fixed">x</p>');
    try {
      setTimeout('window.marks.push("string")');
    } catch {
      // Refused at once.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (getComputedStyle(document.getElementById('styled') ?? document.body).position === 'fixed') marks.marks.push('style');
    return marks.marks;
  });
  expect(ran).toEqual([]);
  expect(faults.list.length).toBeGreaterThan(2);
});

test('a script from elsewhere is refused', async ({ page, faults }) => {
  faults.allow(/Content Security Policy|example\.test/);
  await page.goto('');
  const loaded = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const script = document.createElement('script');
        script.src = 'https://example.test/x.js';
        script.onload = () => resolve(true);
        script.onerror = () => resolve(false);
        document.head.append(script);
      }),
  );
  expect(loaded).toBe(false);
});
