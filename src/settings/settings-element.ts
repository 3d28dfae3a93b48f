/** Binds the reader's choices to the root element and to storage. The choice itself is drawn by CSS. */
import { choices, STORAGE_KEY, type Choice } from './early.ts';

/** Fired on the document when a choice changes. */
export const SETTINGS_EVENT = 'latent-commons:settings';

const isChoice = (name: string | undefined): name is Choice => name !== undefined && name in choices;

class SettingsElement extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    this.#abort = new AbortController();
    for (const name of Object.keys(choices) as Choice[]) {
      const value = document.documentElement.dataset[name] ?? choices[name][0];
      const input = this.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
      if (input) input.checked = true;
    }
    this.addEventListener('change', (event) => this.#choose(event), { signal: this.#abort.signal });
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }

  #choose(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !isChoice(input.name)) return;
    document.documentElement.dataset[input.name] = input.value;
    document.dispatchEvent(new CustomEvent(SETTINGS_EVENT, { detail: { name: input.name, value: input.value } }));
    this.#say(store(input.name, input.value) ? '' : 'This browser keeps no choices, so this one lasts until you leave the page.');
  }

  #say(text: string): void {
    const line = this.querySelector<HTMLElement>('.settings-line');
    if (!line) return;
    line.hidden = text === '';
    line.textContent = text;
  }
}

/** Whether the browser kept it. */
function store(name: Choice, value: string): boolean {
  try {
    const kept: Record<string, string> = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    kept[name] = value;
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

customElements.define('lc-settings', SettingsElement);
