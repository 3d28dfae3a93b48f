/** The shelf as it stands on the page: its button, its six places, and what is said of them. */
import { chosen, PLACES, same, type RestraintState } from './state.ts';

/** A kept letter as it is called: “no. 5 of take 1, ψ 0.70”. */
export function nameOf({ seed, pick, psi }: { seed: number; pick: number; psi: number }): string {
  return `no. ${pick + 1} of take ${seed}, ψ ${psi.toFixed(2)}`;
}

/** Brings the shelf of a demonstration up to date; where there is none, nothing happens. */
export function printShelf(root: HTMLElement, state: RestraintState): void {
  const { kept } = state;
  const has = kept.some((each) => same(each, chosen(state)));
  const button = root.querySelector<HTMLButtonElement>('[data-act="keep"]');
  if (button) {
    // A button that goes dead under the finger would drop the focus.
    button.setAttribute('aria-disabled', String(has || kept.length >= PLACES));
    button.textContent = has ? 'kept' : kept.length >= PLACES ? 'the shelf is full' : 'keep this one';
  }
  const count = root.querySelector('[data-out="shelf"]');
  if (count) count.textContent = kept.length === 0 ? `nothing kept yet: choose a draw twice; room for ${PLACES}` : `${kept.length} kept of ${PLACES}`;
  for (const place of root.querySelectorAll<HTMLElement>('[data-place]')) {
    const each = kept[Number(place.dataset['place'])];
    const [take, letGo] = [place.querySelector<HTMLElement>('[data-act="take"]'), place.querySelector<HTMLElement>('[data-act="let"]')];
    for (const act of [take, letGo]) if (act) act.hidden = !each;
    place.toggleAttribute('data-full', each !== undefined);
    if (!each) continue;
    const name = nameOf(each);
    const label = take?.querySelector('[data-out]');
    if (label) label.textContent = name;
    take?.setAttribute('aria-label', `Take up again ${name}`);
    letGo?.setAttribute('aria-label', `Let go ${name}`);
  }
}
