/**
 * Fetches a demonstration's script when the reader comes near it, and not before: a page that is only read pays for this file alone.
 * With Save-Data nothing is fetched until it is asked for. Until then, and where scripts do not arrive, the drawn figure stands.
 */
import { NEAR } from './near.ts';
import { savesData, sayIn } from './status.ts';

const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'lc-armature': () => import('../armature/element.ts'),
  'lc-attention': () => import('../attention/element.ts'),
  'lc-directions': () => import('../directions/element.ts'),
  'lc-letterform-map': () => import('../letterform-map/element.ts'),
  'lc-loop': () => import('../loop/element.ts'),
  'lc-mirror': () => import('../mirror/element.ts'),
  'lc-mixing': () => import('../mixing/element.ts'),
  'lc-out-of-noise': () => import('../out-of-noise/element.ts'),
  'lc-pace': () => import('../pace/element.ts'),
  'lc-patches': () => import('../patches/element.ts'),
  'lc-regions': () => import('../regions/element.ts'),
  'lc-restraint': () => import('../restraint/element.ts'),
  'lc-workshop': () => import('../workshop/element.ts'),
};

function fetchScript(demo: HTMLElement): void {
  const load = loaders[demo.localName];
  if (!load || customElements.get(demo.localName)) return;
  load().catch(() => {
    // Some browsers remember that a module failed, and do not ask for it twice: then only the whole page can be asked for anew.
    const again = demo.dataset['failed'] !== undefined;
    demo.dataset['failed'] = '';
    sayIn(demo, 'The demo’s script did not arrive, so this is a picture of it.', again ? { label: 'load the page again', act: () => window.location.reload() } : { label: 'try again', act: () => fetchScript(demo) });
  });
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue;
    watcher.unobserve(target);
    if (!savesData()) fetchScript(target);
    else sayIn(target, 'You asked your browser to save data, so nothing has been loaded.', { label: `load it, ${target.dataset['size'] ?? ''}`, act: () => ask(target) });
  }
}, { rootMargin: NEAR });

/** The reader wants it, whatever it costs. */
function ask(demo: HTMLElement): void {
  demo.dataset['asked'] = '';
  sayIn(demo, '');
  fetchScript(demo);
}

// First the page, then the play: what is in the first window waits until the page itself has arrived.
const start = (): void => document.querySelectorAll<HTMLElement>('[data-demo]').forEach((demo) => watcher.observe(demo));
if (document.readyState === 'complete') start();
else window.addEventListener('load', start, { once: true });
