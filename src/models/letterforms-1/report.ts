/** What was measured of the model, with types. `report.json` and `families.json` are written by `training/letterforms/report.py`. */
import familiesJson from './families.json' with { type: 'json' };
import reportJson from './report.json' with { type: 'json' };

/** Mean intersection over union by four ways of getting an unseen style's letters, over some styles. */
export interface FittedRow {
  styles: number;
  all_letters: number;
  retrieved_all: number;
  six: number;
  retrieved_six: number;
  intervals?: Record<string, number[]>;
  gain_over_retrieval?: { mean: number; interval: number[] };
}

/** One evaluation: on validation styles while working, on test styles once. */
export interface Evaluation {
  side: 'validation' | 'test';
  shown_letters: string;
  training: { training: number; training_without_handwriting: number; hairlines: number; hairline_styles: number; training_unrounded: number; loss_by_storing: number };
  legibility: { real: number; real_without_handwriting: number; random: Record<string, { read: number; of_real: number }> };
  memory: { percentiles: number[]; random: number[]; held_out_fonts: number[]; nearest: { sample: number; family: string; weight: number; iou: number }[] };
  table: Record<string, FittedRow>;
  each: { style: string; category: string; all_letters: number; six: number; retrieved_six: number }[];
}

/** One side of the split. */
export interface Side {
  styles: number;
  by_category: Record<string, number>;
  families?: string[];
}

/** Everything that was measured. */
export interface Report {
  runs: Record<string, { curve: [step: number, loss: number, hours: number][] }>;
  data: { families: number; left_out: { id: string; why: string }[]; styles: number; styles_left_out: { family: string; why: string }[]; capitals_only: number };
  split: { train: Side; validation: Side; test: Side; join: number; limit: number; worst: number; aside: number };
  latent: { directions: Record<string, { r2: number; styles: number; mean: number; sd: number }>; training_iou: number };
  prior: Record<string, { parameters: number; seconds: number; held_out_loss: number; held_out_loss_without_words: number }>;
  guidance: { styles_each: number; steps: number; unit: string } & Record<'mlp' | 'cross-attention', Record<string, Record<string, number>>>;
  recogniser: Record<string, number>;
  validation: Evaluation | null;
  test: Evaluation | null;
}

/** A family the model learned from or was tested on; `styles` counts those in training, validation, test, and set aside. */
export interface Family {
  id: string;
  name: string;
  category: string;
  version: string;
  licence: string;
  copyright: string;
  reserved: string[];
  styles: number[];
}

export const report = reportJson as unknown as Report;
export const families = familiesJson as Family[];
