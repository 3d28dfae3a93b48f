/** The search dialog: a native modal around the same element that the search page uses. */
import { loadStyles } from '../client/styles.ts';
import './search-element.ts';
import styles from './search.css?url';

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog, made at the first call. */
export async function openDialog(page: string): Promise<void> {
  await loadStyles(styles);
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.className = 'search-dialog';
    dialog.setAttribute('aria-label', 'Search');
    const element = document.createElement('lc-search');
    element.dataset['page'] = page;
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
