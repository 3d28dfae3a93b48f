/** What a patch is to the engine. Pure. */
import { emptyState, lay, strengthsOf } from '../../patches/state.ts';
import type { ShopState } from '../state.ts';

/** Strengths of the patches that a state asks for; nothing where it asks for none. */
export function strengthsFor({ patch }: Pick<ShopState, 'patch'>): number[] | undefined {
  return patch === 'none' ? undefined : strengthsOf(lay({ ...emptyState, strengths: [0, 0, 0] }, patch, 1));
}
