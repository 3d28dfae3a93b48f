/**
 * The deck: cards that turn. Until it runs, both sides of every card lie open beside each other.
 *
 * What says whether a card is turned is its button, by `aria-pressed`; a click anywhere on the card presses it. The side that
 * lies underneath is inert, so that nobody reads or reaches through the card.
 */
class DeckElement extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    for (const card of this.#cards()) this.#turn(card, false);
    this.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest('[data-print]')) return window.print();
      if (target?.closest('[data-all]')) return this.#turnAll();
      const card = target?.closest<HTMLElement>('.card');
      // A link leads on, and whoever has just marked some words wants to keep them in view.
      if (!card || target?.closest('a') || getSelection()?.type === 'Range') return;
      this.#turn(card, !this.#turned(card));
      this.#all();
    }, { signal });
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }

  #cards(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.card')];
  }

  #turned(card: HTMLElement): boolean {
    return card.querySelector('.card-turn')?.getAttribute('aria-pressed') === 'true';
  }

  #turn(card: HTMLElement, over: boolean): void {
    card.querySelector('.card-turn')?.setAttribute('aria-pressed', String(over));
    card.querySelector('.face.technical')?.toggleAttribute('inert', over);
    card.querySelector('.face.creative')?.toggleAttribute('inert', !over);
  }

  #turnAll(): void {
    const over = !this.#cards().every((card) => this.#turned(card));
    for (const card of this.#cards()) this.#turn(card, over);
    this.#all();
  }

  #all(): void {
    this.querySelector('[data-all]')?.setAttribute('aria-pressed', String(this.#cards().every((card) => this.#turned(card))));
  }
}

customElements.define('lc-deck', DeckElement);
