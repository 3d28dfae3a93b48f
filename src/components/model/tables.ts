/** The tables of the model page, made from what training measured. Nothing here is typed by hand. */
import type { Evaluation, Report } from '../../models/letterforms-1/report.ts';

/** A table ready to print. */
export interface Measured {
  caption: string;
  head: string[];
  rows: (string | number)[][];
  digits?: number;
}

const range = (pair: number[] | undefined): string => (pair ? ` (${pair.map((value) => signed(value, 3)).join(' to ')})` : '');
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** Styles on each side of the split, by category. */
export function splitTable({ split }: Report): Measured {
  const sides = ['train', 'validation', 'test'] as const;
  const categories = Object.keys(split.train.by_category).sort();
  return {
    caption: `Styles by side. Styles that resemble each other above ${split.join} are dealt together; no held-out style resembles a training style above ${split.limit} (the nearest: ${split.worst.toFixed(3)}); ${split.aside} were set aside.`,
    head: ['Side', ...categories, 'all'],
    rows: sides.map((side) => [capital(side === 'train' ? 'training' : side), ...categories.map((name) => split[side].by_category[name] ?? 0), split[side].styles]),
  };
}

/** Unseen styles: the model's letters beside the nearest font's. */
export function fittedTable({ side, table, shown_letters }: Evaluation): Measured {
  const plain = table['without handwriting']!;
  return {
    caption: `Intersection over union of unseen styles, ${side === 'test' ? 'the test styles, opened once' : 'the validation styles; choices between versions were made on them, and the test styles are still closed'}. Six letters are ${[...shown_letters].join(' ')}; the other 56 are scored. Without handwriting the gain over retrieval from six letters is ${signed(plain.gain_over_retrieval!.mean, 3)}, 95% interval${range(plain.gain_over_retrieval!.interval)}.`,
    head: ['Styles', 'How many', 'Fitted to all', 'Nearest font, by all', 'Fitted to six', 'Nearest font, by six'],
    rows: Object.entries(table).map(([name, row]) => [capital(name), row.styles, row.all_letters, row.retrieved_all, row.six, row.retrieved_six]),
    digits: 3,
  };
}

/** The styles it was trained on, hairlines apart, and what storing the weights in few bits costs. */
export function drawnTable({ training }: Evaluation): Measured {
  return {
    caption: 'Intersection over union of styles it was trained on.',
    head: ['Styles', 'IoU'],
    rows: [
      ['A sample of all', training.training],
      ['The same without handwriting', training.training_without_handwriting],
      [`Hairlines: weights up to 200, ${training.hairline_styles} styles`, training.hairlines],
      ['A sample of all, weights not rounded', training.training_unrounded],
    ],
    digits: 3,
  };
}

/** What the recogniser reads, in random styles and in real fonts that neither has seen. */
export function legibilityTable({ legibility }: Evaluation): Measured {
  return {
    caption: 'Letters and figures read rightly by a recogniser that was trained on real fonts only.',
    head: ['Letters of', 'Read', 'Of real fonts'],
    rows: [
      ['Real unseen fonts without handwriting', percent(legibility.real_without_handwriting), '100%'],
      ['Real unseen fonts with handwriting', percent(legibility.real), percent(legibility.real / legibility.real_without_handwriting)],
      ...Object.entries(legibility.random).map(([truncation, row]) => [`Random styles, truncation ${truncation}`, percent(row.read), percent(row.of_real)]),
    ],
  };
}

/** How well a straight line through the codes tells each attribute. */
export function directionsTable({ latent }: Report): Measured {
  return {
    caption: 'R² of each attribute from the code, by families left out in turn.',
    head: ['Attribute', 'R²', 'Styles measured'],
    rows: Object.entries(latent.directions).map(([name, row]) => [capital(name === 'xHeight' ? 'x-height' : name), row.r2, row.styles]),
  };
}

/** What a word does to the letters, by strength of guidance. */
export function guidanceTable({ guidance, prior }: Report): Measured {
  const strengths = Object.keys(Object.values(guidance['cross-attention'])[0]!);
  const parameters = (kind: string): string => prior[kind]!.parameters.toLocaleString('en-GB');
  return {
    caption: `The word’s own attribute in decoded letters, in standard deviations from the median training style, by strength of guidance; ${guidance.styles_each} samples each. With words attended to (${parameters('cross-attention')} numbers), and in brackets the plain network (${parameters('mlp')}).`,
    head: ['Word', ...strengths.map((strength) => (Number(strength) === 0 ? 'Not told' : `× ${Number(strength)}`))],
    rows: Object.entries(guidance['cross-attention']).map(([word, by]) => [capital(word), ...strengths.map((strength) => `${signed(by[strength]!)} (${signed(guidance.mlp[word]![strength]!)})`)]),
  };
}

/** How near anything comes to a training style. */
export function memoryTable({ memory }: Evaluation): Measured {
  return {
    caption: 'Likeness to the nearest training style over all letters: intersection over union.',
    head: ['Styles', ...memory.percentiles.map((value) => (value === 100 ? 'Nearest of all' : value === 50 ? 'Median' : `${value}th percentile`))],
    rows: [['Random, truncation 0.7', ...memory.random], ['Real unseen fonts', ...memory.held_out_fonts]],
  };
}

/** A number with its sign, a true minus. */
function signed(value: number, digits = 2): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}
