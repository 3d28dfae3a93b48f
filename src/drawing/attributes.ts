/** The six attributes of a typeface that are measured from its drawn letters: names, units, order. */

/** The attributes in the order of every table of them. */
export const ATTRIBUTES = ['weight', 'contrast', 'slant', 'width', 'xHeight', 'serif'] as const;

/** What an attribute is called in data. */
export type AttributeName = (typeof ATTRIBUTES)[number];

/** The measured attributes; NaN where one could not be measured. */
export type Attributes = Record<AttributeName, number>;

/** The unit of each attribute and what it measures, for tables and legends. */
export const UNITS: Readonly<Record<AttributeName, string>> = {
  weight: 'cap heights: thickness of the stems of H, square to the stem',
  contrast: 'ratio: thickness of O at its sides by its thickness at top and bottom',
  slant: 'degrees from upright of the stems of H, positive to the right',
  width: 'ratio: mean advance of a to z by the x-height',
  xHeight: 'ratio: height of x, z and v by the height of H',
  serif: 'cap heights: width of the feet of H beyond their stems',
};
