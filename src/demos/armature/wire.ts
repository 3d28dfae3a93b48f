/** The letter that is to be followed, wherever it comes from: as a field the model can be compared with. */
import type { FitTarget } from '../../inference/fit.ts';
import type { Engine } from '../base/engine.ts';
import { codeAt, type Grid } from '../base/map.ts';
import type { OwnFont } from './font.ts';
import { bentField, hasInk, middleOf, overlap, strokesField } from '../base/pen/field.ts';
import { NIB } from '../base/pen/pad.ts';
import { shapeOf, type ArmatureState } from './state.ts';

/** Letters of the alphabet that is drawn. */
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

/** A letter to follow. */
export interface Wire {
  target: FitTarget;
  /** How far it was moved to the right, to stand where the model’s letters stand, in cap heights. */
  shift: number;
}

export class Wires {
  readonly #engine: Engine;
  readonly #grid: Grid;
  readonly #id: string;
  readonly #signal: AbortSignal;
  readonly #usual = new Map<string, number>();

  /** @param id names the lines to the engine */
  constructor(engine: Engine, grid: Grid, id: string, signal: AbortSignal) {
    [this.#engine, this.#grid, this.#id, this.#signal] = [engine, grid, id, signal];
  }

  /** The letter of a state; `undefined` where there is nothing to follow, or a newer one took its place. */
  async of(state: ArmatureState, font: OwnFont | undefined): Promise<Wire | undefined> {
    const { manifest: { field: geometry, glyphs }, styles } = this.#engine;
    const { letter, by } = state;
    const glyph = glyphs.indexOf(letter);
    const shape = shapeOf(state);
    const out = new Float32Array(geometry.side ** 2);
    if (by === 'hand') {
      if (state.ink.length === 0) return undefined;
      const usual = this.#usual.get(letter) ?? await this.#middle(letter, glyph);
      if (usual === undefined) return undefined;
      const shift = usual - middleOf(strokesField(state.ink, NIB, shape, geometry, out), geometry);
      const field = strokesField(state.ink, NIB, shape, geometry, out, shift);
      return hasInk(field) ? { target: { glyph, field }, shift } : undefined;
    }
    const own = by === 'font' ? font?.letter(letter) : undefined;
    const whole = by === 'font' ? own?.field : await this.#draw(codeAt(state.at, this.#grid, styles.codes, new Float32Array(styles.gaussian.mean.length)), [glyph], 'wire');
    if (!whole) return undefined;
    const field = bentField(whole, shape, geometry, out);
    return hasInk(field) ? { target: { glyph, field, ...(own ? { advance: own.advance * shape.width } : {}) }, shift: 0 } : undefined;
  }

  /**
   * How well the letters that the search was not shown agree with those they should have been, where that is known: mean overlap over the
   * alphabet. `undefined` for drawings by hand.
   */
  async unseen(state: ArmatureState, z: Float32Array, font: OwnFont | undefined): Promise<number | undefined> {
    const { manifest: { field: geometry, glyphs }, styles } = this.#engine;
    if (state.by === 'hand') return undefined;
    const shape = shapeOf(state);
    const area = geometry.side ** 2;
    const others = ALPHABET.filter((letter) => letter !== state.letter && (state.by === 'sheet' || font?.letter(letter)));
    const indices = others.map((letter) => glyphs.indexOf(letter));
    const drawn = await this.#draw(z, indices, 'all');
    const truth = state.by === 'sheet' ? await this.#draw(codeAt(state.at, this.#grid, styles.codes, new Float32Array(z.length)), indices, 'truth') : undefined;
    if (!drawn || others.length === 0 || (state.by === 'sheet' && !truth)) return undefined;
    const out = new Float32Array(area);
    const sum = others.reduce((total, letter, i) => {
      const right = truth?.subarray(i * area, (i + 1) * area) ?? font?.letter(letter)?.field ?? out;
      return total + overlap(drawn.subarray(i * area, (i + 1) * area), bentField(right, shape, geometry, out), geometry);
    }, 0);
    return sum / others.length;
  }

  /** Where the ink of a letter usually stands, across: by the mean of all styles. */
  async #middle(letter: string, glyph: number): Promise<number | undefined> {
    const field = await this.#draw(this.#engine.styles.gaussian.mean, [glyph], 'usual');
    if (!field) return undefined;
    const middle = middleOf(field, this.#engine.manifest.field);
    this.#usual.set(letter, middle);
    return middle;
  }

  /** Letters in a style, in fields of their own: the engine only lends them. */
  async #draw(z: Float32Array, glyphs: readonly number[], line: string): Promise<Float32Array | undefined> {
    const drawn = await this.#engine.client.draw({ z, glyphs, channel: `${this.#id}/${line}`, signal: this.#signal });
    return drawn?.fields.slice(0, glyphs.length * this.#engine.manifest.field.side ** 2);
  }
}
