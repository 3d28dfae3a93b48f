/** Brings the sheet and the tree in the page up to date with a state. */
import { nameOf, PROPOSALS, sameRef, type LoopState } from './state.ts';
import { rowsOf } from './plan/rows.ts';
import { markOf } from './plan/say.ts';
import { boxOf } from './table.ts';

/** Names and marks of the eight on the table. */
export function printSheet(root: HTMLElement, state: LoopState): void {
  for (let no = 0; no < PROPOSALS; no++) {
    const cell = root.querySelector<HTMLElement>(`.lp-cell[data-no="${no}"]`);
    if (!cell) continue;
    const ref = { sheet: state.at, no };
    const [name, { mark }] = [nameOf(ref), markOf(state, ref)];
    const picked = state.picked.some((each) => sameRef(each, ref));
    const [pick, cross, label] = [cell.querySelector('.lp-pick'), cell.querySelector<HTMLButtonElement>('.lp-cross'), cell.querySelector('[data-name]')];
    cell.dataset['mark'] = mark;
    pick?.setAttribute('aria-pressed', String(picked));
    pick?.setAttribute('aria-label', `Pick ${name}${mark === 'parent' ? ', which has children' : mark === 'crossed' ? ', crossed out' : ''}`);
    if (label) label.textContent = name;
    cross?.setAttribute('aria-pressed', String(mark === 'crossed'));
    cross?.setAttribute('aria-label', `Cross out ${name}`);
    // What has children stays.
    if (cross) cross.disabled = mark === 'parent' || (mark === 'picked' && state.sheets.some((sheet) => sheet.how !== 'fresh' && sheet.from.some((each) => sameRef(each, ref))));
  }
}

/** The rows of the tree. Those that are there already are changed and not replaced, so that the focus stays where it is. */
export function printTree(root: HTMLElement, state: LoopState, size: number): void {
  const [list, mould] = [root.querySelector('[data-rows]'), root.querySelector<HTMLTemplateElement>('template[data-row]')?.content.querySelector('li')];
  if (!list || !mould) return;
  const rows = rowsOf(state, size);
  while (list.children.length > rows.length) list.lastElementChild?.remove();
  rows.forEach((row, i) => {
    let line = list.children[i] as HTMLElement | undefined;
    if (!line) {
      line = mould.cloneNode(true) as HTMLElement;
      line.querySelector('[data-mould]')?.remove();
      list.append(line);
    }
    line.dataset['sheet'] = String(row.no);
    line.toggleAttribute('data-here', row.here);
    const rail = line.querySelector('.lp-rail');
    rail?.setAttribute('viewBox', `0 0 ${row.width} 100`);
    rail?.setAttribute('width', String(row.width));
    line.querySelector('.lp-lines')?.setAttribute('d', row.lines);
    line.querySelector('.lp-dot')?.setAttribute('d', row.dot);
    const go = line.querySelector<HTMLButtonElement>('.lp-go');
    if (go) {
      go.disabled = false;
      if (go.textContent !== String(row.no)) go.textContent = String(row.no);
      go.setAttribute('aria-label', `Sheet ${row.no}`);
      if (row.here) go.setAttribute('aria-current', 'true');
      else go.removeAttribute('aria-current');
    }
    write(line, '[data-marks]', row.marks.map(({ sign }) => sign).join(' '));
    write(line, '[data-machine]', row.machine);
    write(line, '[data-decided]', `${row.byRule ? 'By rule: ' : ''}${row.decided}`);
    const shown = line.querySelector('[data-shown]');
    const wanted = row.shown.map(nameOf);
    for (const each of shown?.querySelectorAll<HTMLElement>('[data-parent]') ?? []) if (!wanted.includes(each.dataset['parent'] ?? '')) each.remove();
    row.shown.forEach((ref, k) => {
      if (!shown || shown.querySelector(`[data-parent="${nameOf(ref)}"]`)) return;
      const box = mould.querySelector('[data-mould]')!.cloneNode(true) as HTMLElement;
      box.removeAttribute('data-mould');
      box.dataset['parent'] = nameOf(ref);
      box.querySelector<HTMLElement>('.ink')!.dataset['view'] = boxOf(ref);
      write(box, '.label', nameOf(ref));
      shown.insertBefore(box, shown.children[k] ?? null);
    });
  });
}

function write(root: HTMLElement, where: string, text: string): void {
  const place = root.querySelector(where);
  if (place && place.textContent !== text) place.textContent = text;
}
