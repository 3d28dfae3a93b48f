/** What was picked on each sheet of the figure's lineage. */
import { printer, type Still } from '../base/stills.ts';
import { figureOf } from './figure.ts';
import { codec, nameOf, parentsOf, type Ref } from './state.ts';

/** The prints of the gallery; see `Still`. */
export async function stills(title: string): Promise<Still[]> {
  const [{ start, codes }, { print }] = [await figureOf(), await printer(title, 'Lo')];
  const chosen: Ref[] = [...start.sheets.flatMap((sheet) => parentsOf(sheet).slice(0, 1)), ...start.picked];
  return chosen.flatMap((ref) => {
    const z = codes.codes[ref.sheet]?.[ref.no];
    return z ? [{ hash: codec.encode({ ...start, at: ref.sheet, picked: [ref] }, start), says: `sheet ${ref.sheet + 1}, pick ${nameOf(ref)}`, picture: print(z) }] : [];
  });
}
