/** Pagefind’s engine, as far as this site uses it: which pages have the words, and what stands on a page. */
import type { PageText } from './excerpt.ts';
import { loadTextIds } from './load.ts';

interface Handle {
  id: string;
  data(): Promise<PageText>;
}

interface Engine {
  init(): Promise<void>;
  search(query: string | null): Promise<{ results: readonly Handle[] }>;
}

interface Text {
  engine: Engine;
  /** Numbers of pages by the engine’s names for them. */
  pages: ReadonlyMap<string, number>;
  handles: ReadonlyMap<number, Handle>;
}

/** Titles and counterparts say what a page is about; the same word deep in a text says less. */
const OPTIONS = { ranking: { metaWeights: { title: 8, counterparts: 3 } }, noWorker: true };

let text: Promise<Text> | undefined;
let failures = 0;

/** Loads the engine; a failed attempt is forgotten, so that the next one tries again. */
export function loadText(): Promise<Text> {
  text ??= (async () => {
    const folder = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind`;
    // Some browsers remember that a module failed, by its address.
    const url = `${folder}/pagefind.js${failures > 0 ? `?retry=${failures}` : ''}`;
    // The engine would ask for its largest part only after two requests that lead to it.
    if (failures === 0) preload(`${folder}/wasm.en.pagefind`);
    // A worker would have to fetch the engine a second time; its answers take single milliseconds.
    const [ids, engine] = await Promise.all([
      loadTextIds(),
      import(/* @vite-ignore */ url).then(async ({ createInstance }: { createInstance: (options: object) => Engine }) => {
        const made = createInstance(OPTIONS);
        await made.init();
        return made;
      }),
    ]);
    const pages = new Map(ids.map((id, n) => [id, n]));
    // Asked for nothing, the engine names every page it has.
    const { results } = await engine.search(null);
    const handles = new Map(results.flatMap((handle) => {
      const n = pages.get(handle.id);
      return n === undefined ? [] : [[n, handle] as const];
    }));
    return { engine, pages, handles };
  })();
  text.catch(() => {
    text = undefined;
    failures++;
    forget();
  });
  return text;
}

let preloaded: HTMLLinkElement | undefined;

function preload(href: string): void {
  preloaded = document.createElement('link');
  Object.assign(preloaded, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
  document.head.append(preloaded);
}

/** Uses up what was fetched ahead: if it failed, the browser would hand out the failure once more. */
function forget(): void {
  if (preloaded) fetch(preloaded.href).catch(() => undefined);
  preloaded?.remove();
  preloaded = undefined;
}

/** Numbers of the pages that have every word of a query, or words that begin like it; best first. */
export async function searchText(query: string): Promise<number[]> {
  const { engine, pages } = await loadText();
  const { results } = await engine.search(query);
  return results.flatMap(({ id }) => pages.get(id) ?? []);
}

const texts = new Map<number, Promise<PageText | undefined>>();

/** What stands on a page; nothing where the engine does not have it, or it did not come. */
export function textOf(page: number): Promise<PageText | undefined> {
  const known = texts.get(page);
  if (known) return known;
  const made = loadText().then(({ handles }) => handles.get(page)?.data());
  made.catch(() => texts.delete(page));
  texts.set(page, made);
  return made;
}
