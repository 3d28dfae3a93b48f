/** What a page and the studio say to each other: long jobs, one after the other, that tell how far they are and can be called off. */
import type { Attributes } from '../../drawing/attributes.ts';
import type { ModelErrorCode } from '../errors.ts';
import type { Fit, FitTarget } from '../fit.ts';
import type { SampleRequest } from '../prior.ts';
import type { PriorForm } from '../prior-network.ts';
import type { Timing } from './clock.ts';
import type { Trace, TraceRequest } from './trace.ts';

/** Where the model's files are; addresses are absolute. A job loads only those that it needs. */
export interface StudioSource {
  manifestUrl: string;
  urls: { decoder: string; styles: string; prior: string };
  /** Where the reader is, if letters are to be read. */
  reader?: { manifestUrl: string; url: string } | undefined;
}

/** Looks for the code that draws given letters; see `fitCode`. */
export interface FitJob {
  targets: readonly FitTarget[];
  /** Price of leaving the ordinary; see `FitOptions`. */
  prior?: number;
  rounds?: number;
  start?: Float32Array;
}

/** How far a fit has come. */
export interface FitProgress {
  round: number;
  /** What is still wrong, the price of the unordinary included. */
  cost: number;
}

/** Codes whose letters are drawn and measured. */
export interface MeasureJob {
  /** One code after another. */
  codes: Float32Array;
  /** The letters that are measured, of `MEASURED`; fewer are quicker, and leave unmeasured what stands in the others. All of them, and the alphabet's advances, when left out. */
  letters?: string;
}

/** Sampling and drawing that are timed, on this device. */
export interface TimeJob {
  request: Omit<SampleRequest, 'steps' | 'noise'>;
  /** Step counts, each timed by itself. */
  steps: readonly number[];
  /** Letters that are drawn, as indices of the manifest’s. */
  glyphs: readonly number[];
  /** Rounds through all step counts that are timed, after one that is not. */
  repeats: number;
}

/** Letters that are read. */
export interface ReadJob {
  /** Fields of the letters, one after another. */
  fields: Float32Array;
}

/** What the reader says of some letters. */
export interface Reading {
  /** The letters of each class; see `Reader`. */
  names: readonly string[];
  /** How sure it is of each class, letter by letter. [letters, names] */
  shares: Float32Array;
}

/** The words that the prior knows, and the shape of its attention. */
export interface Vocabulary {
  words: PriorForm['words'];
  /** Parts of a code, each of which attends for itself. */
  parts: number;
}

/** What the page asks. */
export type StudioRequest =
  | { type: 'open'; id: number; source: StudioSource }
  | { type: 'words'; id: number }
  | { type: 'trace'; id: number; requests: readonly TraceRequest[] }
  | { type: 'fit'; id: number; job: FitJob }
  | { type: 'measure'; id: number; job: MeasureJob }
  | { type: 'time'; id: number; job: TimeJob }
  | { type: 'read'; id: number; job: ReadJob }
  | { type: 'cancel'; id: number };

/** What the studio answers. */
export type StudioAnswer =
  | { type: 'hello'; id: 0 }
  | { type: 'opened'; id: number }
  | { type: 'words'; id: number; vocabulary: Vocabulary }
  | { type: 'trace'; id: number; traces: Trace[] }
  | { type: 'fit'; id: number; fit: Fit }
  | { type: 'measure'; id: number; measured: Attributes[] }
  | { type: 'time'; id: number; timing: Timing }
  | { type: 'read'; id: number; reading: Reading }
  | { type: 'timed'; id: number; done: number; of: number }
  | { type: 'progress'; id: number; progress: FitProgress }
  | { type: 'measured'; id: number; index: number; attributes: Attributes }
  | { type: 'cancelled'; id: number }
  | { type: 'failed'; id: number; code: ModelErrorCode; message: string };
