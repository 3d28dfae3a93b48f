/** Whose an attribute of a mix is: measured of A, of B and of the mix. Pure. */
import { ATTRIBUTES } from '../../../drawing/attributes.ts';
import { PLACES } from '../../../inference/places.ts';
import { NAMES } from '../../base/names.ts';

/** Measured attributes in deviations, in the order of `ATTRIBUTES`; `undefined` where one could not be measured. */
export type Deviations = readonly (number | undefined)[];

/** Whose an attribute is; `same` where A and B themselves can hardly be told apart in it. */
export type Whose = 'a' | 'b' | 'between' | 'neither' | 'same' | 'unmeasured';

/** Parents that differ by less than this, in deviations, have nothing to hand over. */
const ALIKE = 0.5;
/** Within this share of the way from one parent, the mix has what that parent has. */
const NEAR = 0.25;

/** Whose one attribute is. */
export function whose(a: number | undefined, b: number | undefined, mix: number | undefined): Whose {
  if (a === undefined || b === undefined || mix === undefined) return 'unmeasured';
  // Where they agree, a mix that leaves both has got it from nowhere.
  if (Math.abs(b - a) < ALIKE) return Math.min(Math.abs(mix - a), Math.abs(mix - b)) < ALIKE ? 'same' : 'neither';
  const share = (mix - a) / (b - a);
  if (share < -NEAR || share > 1 + NEAR) return 'neither';
  return share < NEAR ? 'a' : share > 1 - NEAR ? 'b' : 'between';
}

const ENDINGS: Readonly<Record<Exclude<Whose, 'same'>, readonly [one: string, many: string]>> = {
  a: ['is A’s', 'are A’s'],
  b: ['is B’s', 'are B’s'],
  between: ['lies between', 'lie between'],
  neither: ['is neither’s', 'are neither’s'],
  unmeasured: ['cannot be measured', 'cannot be measured'],
};

/** “slant”, “slant and serifs”, “slant, serifs and weight”. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Which part of the model listens to whom. */
export function partsOf(late: number): string {
  if (late === 0) return 'Everything from A.';
  if (late === PLACES) return 'Everything from B.';
  const places = ['the trunk’s first step', 'its second', '4×4', '8×8', '16×16'];
  const [early, after] = [places.slice(0, PLACES - late), places.slice(PLACES - late)];
  const said = (words: readonly string[]): string => list(words).replace(/^its second/, 'the trunk’s second step');
  return `A speaks at ${said(early)}; B at ${said(after)}.`;
}

/** Two or three sentences about a mix, measured. */
export function reportOf(late: number, a: Deviations, b: Deviations, mix: Deviations): string {
  const verdicts = ATTRIBUTES.map((name, k) => ({ name: NAMES[name].creative, whose: whose(a[k], b[k], mix[k]) }));
  const said = (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]).flatMap((each) => {
    const names = verdicts.filter(({ whose }) => whose === each).map(({ name }) => name);
    // “Serifs” are many by themselves.
    return names.length === 0 ? [] : [`${list(names)} ${ENDINGS[each][names.length > 1 || names[0] === NAMES.serif.creative ? 1 : 0]}`];
  });
  const same = verdicts.filter(({ whose }) => whose === 'same').map(({ name }) => name);
  return [partsOf(late), ...(said.length > 0 ? [`Measured: ${said.join('; ')}.`] : []), ...(same.length > 0 ? [`In ${list(same)} the two agree anyway.`] : [])].join(' ');
}
