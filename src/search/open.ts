/** Opens search by its link, by `/` and by Ctrl or ⌘ K. Nothing of it is loaded before. */
import { loadStyles } from '../client/styles.ts';
import { loadIndexFile } from './load.ts';
import styles from './search.css?url';

const link = document.querySelector<HTMLAnchorElement>('a[data-search]');

function open(): void {
  if (document.querySelector('main lc-search')) {
    document.querySelector<HTMLInputElement>('main lc-search input')?.focus();
    return;
  }
  // Beside the script, not after it. What does not come is asked for again there.
  loadIndexFile().catch(() => undefined);
  void loadStyles(styles);
  import('./dialog.ts').then(
    ({ openDialog }) => openDialog(),
    // The search page can say what is wrong; a dialog that did not load cannot.
    () => link && location.assign(link.href),
  );
}

link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  open();
});
