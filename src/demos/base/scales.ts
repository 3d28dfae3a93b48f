/** Measured attributes in deviations of real typefaces: how far a style lies from their mean, and how far they spread themselves. Pure. */
import { ATTRIBUTES, type AttributeName, type Attributes } from '../../drawing/attributes.ts';
import type { Styles } from '../../inference/styles.ts';

/** Where the real typefaces of the map lie in one attribute; see `feltAs` for the unit. */
export interface Scale {
  mean: number;
  deviation: number;
}

/** Attributes that are felt as ratios: their deviations are those of logarithms. */
const RATIOS: ReadonlySet<AttributeName> = new Set(['weight', 'contrast', 'width']);
/** Stands in the table where an attribute could not be measured. */
const UNMEASURED = -1;

/** The scales of the map's typefaces, in the order of `ATTRIBUTES`. */
export function scalesOf({ count, attributes }: Pick<Styles, 'count' | 'attributes'>): Scale[] {
  return ATTRIBUTES.map((name, column) => {
    const values = Array.from({ length: count }, (_, row) => attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED)
      .filter((value) => value !== UNMEASURED)
      .map((value) => feltAs(name, value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
  });
}

/** Measured attributes as deviations from the mean of the real typefaces; `undefined` for those that could not be measured. */
export function deviationsOf(attributes: Attributes, scales: readonly Scale[]): (number | undefined)[] {
  return ATTRIBUTES.map((name, k) => {
    const { mean, deviation } = scales[k] ?? { mean: NaN, deviation: NaN };
    const value = (feltAs(name, attributes[name]) - mean) / deviation;
    return Number.isFinite(value) ? value : undefined;
  });
}

/** A row of the table of the map's typefaces, as `deviationsOf`. */
export function deviationsOfRow({ attributes }: Pick<Styles, 'attributes'>, row: number, scales: readonly Scale[]): (number | undefined)[] {
  const values = ATTRIBUTES.map((name, column) => {
    const value = attributes[row * ATTRIBUTES.length + column] ?? UNMEASURED;
    return [name, value === UNMEASURED ? NaN : value] as const;
  });
  return deviationsOf(Object.fromEntries(values) as Attributes, scales);
}

/** Ratios by their logarithm, everything else by its own unit. */
function feltAs(name: AttributeName, value: number): number {
  return RATIOS.has(name) ? Math.log(Math.max(value, 1e-3)) : value;
}
