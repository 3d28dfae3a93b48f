/** The search dialog: a native modal around the same element that the search page uses. */
import { loadStyles } from '../client/styles.ts';
import { loadText } from './pagefind.ts';
import './search-element.ts';
import styles from './search.css?url';
import { loadIndex } from './session.ts';

let dialog: HTMLDialogElement | undefined;

// The engine is the heaviest part: it comes after the names, when there is nothing better to do, and before anybody has typed one.
loadIndex()
  .then(() => new Promise((resolve) => ('requestIdleCallback' in window ? requestIdleCallback(resolve, { timeout: 400 }) : setTimeout(resolve, 100))))
  .then(loadText)
  .catch(() => undefined);

/** Opens the dialog, made at the first call. */
export async function openDialog(): Promise<void> {
  await loadStyles(styles);
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.className = 'search-dialog';
    dialog.setAttribute('aria-label', 'Search');
    const element = document.createElement('lc-search');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'label search-close';
    close.textContent = 'close';
    close.addEventListener('click', () => dialog?.close());
    dialog.append(element, close);
    // A click on the backdrop is a click on the dialog itself.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.focus();
  input?.select();
}
