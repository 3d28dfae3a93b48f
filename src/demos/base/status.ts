/** The one line in which a demonstration says how it stands, and what can be done about it. */

/** What the reader may do about it. */
export interface Offer {
  label: string;
  act: () => void;
}

/** Writes the line of a demonstration; an empty text clears it. The line is a live region that is in the page from the start. */
export function sayIn(demo: HTMLElement, text: string, offer?: Offer): void {
  const line = demo.querySelector<HTMLElement>('.demo-line');
  if (!line) return;
  const had = line.contains(document.activeElement);
  line.textContent = text;
  if (!offer) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'demo-offer';
  button.textContent = offer.label;
  button.addEventListener('click', offer.act, { once: true });
  line.append(text === '' ? '' : ' ', button);
  if (had) button.focus();
}

/** Whether the reader's browser asks for as little traffic as will do. */
export function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
