/** How the state of a demonstration is written into the hash of an address, and read back: one field of the state, one parameter. Pure. */
import { clampPoint, type Grid, type Point } from './map.ts';

/** How one field is written and read. */
export interface Field<T> {
  write: (value: T) => string;
  /** `undefined` where the text is none of the field's; what lies beyond its ends is brought to the nearer one. */
  read: (text: string) => T | undefined;
}

/** Writes and reads states. */
export interface StateCodec<State> {
  /** The state as a hash, without `#`: only what differs from `base`, and nothing at all where nothing does. */
  encode: (state: State, base: State) => string;
  /** Reads what `encode` wrote. What is missing or cannot be read is as in `base`. */
  decode: (hash: string, base: State) => State;
  /** Whether two states are the same as far as an address can tell. */
  same: (one: State, other: State) => boolean;
  /** Whether a hash is a state and not the name of a place in the page. */
  isState: (hash: string) => boolean;
}

/**
 * Makes a codec.
 * @param fields how each field of the state is written
 * @param names of parameters that are called otherwise than their field
 */
export function createCodec<State extends object>(fields: { readonly [K in keyof State]: Field<State[K]> }, names: Partial<Record<keyof State, string>> = {}): StateCodec<State> {
  const keys = Object.keys(fields) as (keyof State & string)[];
  const nameOf = (key: keyof State & string): string => names[key] ?? key;
  const pattern = new RegExp(`^#?(?:${keys.map(nameOf).join('|')})=`);
  const encode = (state: State, base: State): string => {
    const parts = new URLSearchParams();
    for (const key of keys) {
      const written = fields[key].write(state[key]);
      if (written !== fields[key].write(base[key])) parts.set(nameOf(key), written);
    }
    return parts.toString();
  };
  return {
    encode,
    decode: (hash, base) => {
      const parts = new URLSearchParams(hash.replace(/^#/, ''));
      const state = { ...base };
      for (const key of keys) {
        const written = parts.get(nameOf(key));
        const value = written === null ? undefined : fields[key].read(written);
        if (value !== undefined) state[key] = value;
      }
      return state;
    },
    same: (one, other) => encode(one, other) === '',
    isState: (hash) => pattern.test(hash),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
const short = (value: number, digits: number): string => String(Math.round(value * 10 ** digits) / 10 ** digits);
const isNumber = (text: string): boolean => /^-?\d{1,9}(?:\.\d{1,6})?$/.test(text);

/** A text of at most so many characters. */
export const text = (longest: number): Field<string> => ({ write: (value) => value, read: (written) => written.slice(0, longest) });

/** A number between two ends, kept to so many digits after the point. */
export const number = (least: number, most: number, digits = 2): Field<number> => ({
  write: (value) => short(value, digits),
  read: (written) => (isNumber(written) ? clamp(Number(written), least, most) : undefined),
});

/** A whole number between two ends. */
export const whole = (least: number, most: number): Field<number> => ({
  write: String,
  read: (written) => (/^-?\d{1,9}$/.test(written) ? clamp(Number(written), least, most) : undefined),
});

/** As many numbers as `count`, each between two ends. */
export const numbers = (count: number, least: number, most: number, digits = 2): Field<readonly number[]> => {
  const each = number(least, most, digits);
  return {
    write: (values) => values.map((value) => each.write(value)).join(','),
    read: (written) => {
      const values = written.split(',').flatMap((part) => each.read(part) ?? []);
      return values.length === count && written.split(',').length === count ? values : undefined;
    },
  };
};

/** One of some words. */
export const choice = <T extends string>(values: readonly T[]): Field<T> => ({ write: (value) => value, read: (written) => values.find((value) => value === written) });

/** Yes or no. */
export const flag: Field<boolean> = { write: (value) => (value ? '1' : '0'), read: (written) => (written === '1' ? true : written === '0' ? false : undefined) };

/** A place on a map, kept to a hundredth of a cell. */
export const place = (grid: Grid): Field<Point> => ({
  write: ({ u, v }) => `${short(u, 2)},${short(v, 2)}`,
  read: (written) => {
    const parts = written.split(',');
    return parts.length === 2 && parts.every(isNumber) ? clampPoint({ u: Number(parts[0]), v: Number(parts[1]) }, grid) : undefined;
  },
});

/** Some of a list of words that hold no space: each at most once, in the order of the list. */
export const some = <T extends string>(values: readonly T[]): Field<readonly T[]> => ({
  write: (chosen) => values.filter((value) => chosen.includes(value)).join(' '),
  read: (written) => {
    const parts = written.split(/\s+/).filter((part) => part !== '');
    const chosen = values.filter((value) => parts.includes(value));
    // A list of nothing but strangers is a mistake, an empty one is a choice.
    return chosen.length > 0 || parts.length === 0 ? chosen : undefined;
  },
});
