/** The running head of a piece: names the section being read. */
class ContentsElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #abort: AbortController | undefined;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
    const label = this.querySelector<HTMLElement>('[data-current]');
    const details = this.querySelector('details');
    if (!label || !details) return;
    const still = label.textContent;
    const update = (): void => {
      const reached = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight * 0.33);
      const last = reached.at(-1);
      for (const link of links) {
        if (last && decodeURIComponent(link.hash.slice(1)) === last.id) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
      label.textContent = last ? (links.find((link) => link.hasAttribute('aria-current'))?.textContent ?? still) : still;
    };
    // The root reaches up without end, so that a jump over several headings changes their state too.
    this.#observer = new IntersectionObserver(update, { rootMargin: '1000000px 0px -66% 0px' });
    for (const heading of headings) this.#observer.observe(heading);
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) details.open = false;
    }, { signal });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && details.open) {
        details.open = false;
        details.querySelector('summary')?.focus();
      }
    }, { signal });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !this.contains(event.target)) details.open = false;
    }, { signal });
    update();
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#abort?.abort();
  }
}

customElements.define('lc-contents', ContentsElement);
