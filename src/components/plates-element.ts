/** Moves the two plates of the home page's word through each other. */
import { blendPaths, offRegister } from '../lib/path-blend.ts';

const REACH = 24;

class PlatesElement extends HTMLElement {
  #abort: AbortController | undefined;
  #frame = 0;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    input.addEventListener('input', () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#draw(input.valueAsNumber / 100));
    }, { signal });
    // The word itself can be dragged too.
    const svg = this.querySelector('svg');
    svg?.addEventListener('pointermove', (event) => {
      if (event.buttons !== 1 && event.pointerType === 'mouse') return;
      const box = svg.getBoundingClientRect();
      input.value = String(Math.round(((event.clientX - box.left) / box.width) * 100));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, { signal });
    this.#draw(input.valueAsNumber / 100);
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
    cancelAnimationFrame(this.#frame);
  }

  #draw(t: number): void {
    const { technical = '', creative = '' } = this.dataset;
    const off = offRegister(t, REACH);
    this.#plate('.plate-a', blendPaths(technical, creative, t), -off);
    this.#plate('.plate-b', blendPaths(technical, creative, 1 - t), off);
    const output = this.querySelector('output');
    if (output) output.textContent = reading(t);
  }

  #plate(selector: string, d: string, off: number): void {
    const path = this.querySelector(selector);
    path?.setAttribute('d', d);
    path?.setAttribute('transform', `translate(${off} ${-off * 0.6})`);
  }
}

/** What the eye sees at `t`, in words. */
function reading(t: number): string {
  const apart = Math.abs(0.5 - t);
  const said = apart < 0.015 ? 'they agree' : apart < 0.12 ? 'nearly one word' : apart < 0.3 ? 'closing' : 'two words';
  return `t = ${t.toFixed(2)} · ${said}`;
}

customElements.define('lc-plates', PlatesElement);
