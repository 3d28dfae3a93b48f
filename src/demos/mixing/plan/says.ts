/** What a needle's verdict is called beside it. */
import type { Whose } from './whose.ts';

/** By whose an attribute is. */
export const says: Readonly<Record<Whose, string>> = { a: 'A’s', b: 'B’s', between: 'between', neither: 'neither’s', same: 'alike', unmeasured: '—' };
