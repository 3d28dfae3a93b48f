/** What is said of the collections and of what they cost, in sentences of measured numbers. Pure. */
import { ATTRIBUTES, type AttributeName, type Attributes } from '../../../drawing/attributes.ts';
import { HAS_SERIFS } from '../../../drawing/describe.ts';
import { siblingIn, type MirrorRecord, type SiblingId } from '../../../models/mirrors/record.ts';
import { deviationsOf, type Scale } from '../../base/scales.ts';
import type { Belief } from './beliefs.ts';
import type { Loss } from './table.ts';

/** A collection under its two names, and as it is called within a sentence. */
export const NAMES: Readonly<Record<SiblingId, { technical: string; creative: string; said: string }>> = {
  whole: { technical: 'full training set', creative: 'the whole collection', said: 'the whole collection' },
  random: { technical: 'random third held out', creative: 'a third left out by lot', said: 'the collection without a third, by lot' },
  serif: { technical: 'top third by serif held out', creative: 'nothing with feet', said: 'the collection without its most serifed third' },
  display: { technical: 'display, handwriting held out', creative: 'nothing for show', said: 'the collection without display and handwriting' },
};

/** Attributes that differ by less than this, in deviations of real typefaces, are not worth a word. */
const WORTH = 0.25;
/** So many differences are told. */
const TOLD = 3;

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)}%`;
const signed = (degrees: number): string => `${degrees < 0 ? '−' : ''}${Math.abs(degrees).toFixed(0)}°`;

const SAYINGS: Readonly<Record<AttributeName, (own: number, whole: number) => string>> = {
  weight: (own, whole) => `stems ${percent(own / whole - 1)} ${own > whole ? 'heavier' : 'lighter'}`,
  contrast: (own, whole) => `${own > whole ? 'more' : 'less'} contrast, ${own.toFixed(1)} for ${whole.toFixed(1)}`,
  slant: (own, whole) => `a slant of ${signed(own)} for ${signed(whole)}`,
  width: (own, whole) => `letters ${percent(own / whole - 1)} ${own > whole ? 'wider' : 'narrower'}`,
  xHeight: (own, whole) => `an x-height ${percent(own / whole - 1)} ${own > whole ? 'taller' : 'lower'}`,
  serif: (own, whole) => {
    const feet = (value: number): string => `${value.toFixed(2)} of a cap height`;
    if (whole >= HAS_SERIFS && own < HAS_SERIFS) return `no serifs, for feet of ${feet(whole)}`;
    if (whole < HAS_SERIFS && own >= HAS_SERIFS) return `feet of ${feet(own)} for none`;
    return `feet of ${feet(own)} for ${whole.toFixed(2)}`;
  },
};

/** What the second drawing has that the first has not, the largest differences first. */
export function differenceIn(whole: Attributes, own: Attributes, scales: readonly Scale[]): string {
  const [first, second] = [deviationsOf(whole, scales), deviationsOf(own, scales)];
  const told = ATTRIBUTES
    .map((name, k) => ({ name, by: Math.abs((second[k] ?? NaN) - (first[k] ?? NaN)) }))
    .filter(({ name, by }) => by >= WORTH && !(name === 'serif' && whole.serif < HAS_SERIFS && own.serif < HAS_SERIFS))
    .sort((a, b) => b.by - a.by).slice(0, TOLD)
    .map(({ name }) => SAYINGS[name](own[name], whole[name]));
  const lost = ATTRIBUTES.filter((_, k) => first[k] !== undefined && second[k] === undefined).length;
  const unread = lost > 0 ? ` ${lost === 1 ? 'One measure' : `${lost} measures`} of the first cannot be taken of the second.` : '';
  return told.length > 0 ? `Against the first, the second has ${told.join('; ')}.${unread}` : `None of the six measures tells them apart by a quarter of a standard deviation of type.${unread}`;
}

/** How like the font the two draw the style nearest to the hand. */
export function likenessIn(record: MirrorRecord, id: SiblingId, cell: number, between: boolean): string {
  const [whole, own] = [siblingIn(record, 'whole'), siblingIn(record, id)];
  const [w, o] = [whole.other[cell] ?? 0, own.other[cell] ?? 0];
  const [ws, os] = [whole.shown[cell] ?? 0, own.shown[cell] ?? 0];
  const which = between ? 'The hand lies between styles. Of the nearest one, the family' : 'Its family';
  const letters = [...record.shown].length;
  if (id === 'whole') return `${which} is in the collection, like all others. Laid over the font itself, the letters that the model was not shown agree with it in ${percent(w)} of their ink, the ${letters} that it was shown in ${percent(ws)}.`;
  const where = own.missing[cell] === 1 ? 'was left out' : 'is in both collections';
  return `${which} ${where}. Laid over the font itself, the letters that neither was shown agree with it in ${percent(w)} of their ink as the first draws them and in ${percent(o)} as the second does: ${changed(w - o)}. Of the ${letters} that were shown, ${percent(ws)} and ${percent(os)}.`;
}

const points = (lost: number): string => (Math.abs(lost) * 100).toFixed(1);

/** “7.7 points lost”: hundredths of the ink. */
export function changed(lost: number): string {
  if (points(lost) === '0.0') return 'nothing lost';
  return `${points(lost)} points ${lost > 0 ? 'lost' : 'gained'}`;
}

/** What the table comes to, from the control and the kinds. */
export function tableSays(losses: readonly Loss[]): string {
  const control = losses.find(({ id }) => id === 'random')!;
  const kinds = losses.filter(({ id }) => id !== 'random');
  const said = kinds.map(({ id, gone, lot }) => {
    const name = id === 'serif' ? 'Leaving out the most serifed third' : 'Leaving out display and handwriting';
    // Twice the standard error of a difference: less than that is no news.
    const sure = Math.abs(gone.lost - control.gone.lost) > 2 * Math.hypot(gone.error, control.gone.error);
    const cost = `${name} cost its styles ${points(gone.lost)}`;
    if (!sure) return `${cost}, which cannot be told from that.`;
    return `${cost}; the control, which lacks ${lot.missing} of those ${gone.count} too, ${points(lot.lost) === '0.0' ? 'lost nothing' : `${lot.lost > 0 ? 'lost' : 'gained'} ${points(lot.lost)}`} on them.`;
  });
  return `Leaving out a third by lot, the control, cost the styles left out ${points(control.gone.lost)} points of likeness, a point being a hundredth of the ink. ${said.join(' ')} What has cousins in the collection can be spared; a kind that goes whole is not made up for. ${restSays(losses)}`;
}

/** What happened to everything that was kept, and to the mean. */
function restSays(losses: readonly Loss[]): string {
  const changes = losses.map(({ rest }) => rest.lost);
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  const worst = losses.reduce((one, other) => (other.gone.lost > one.gone.lost ? other : one));
  const mean = `A mean over the whole sheet blurs all this: where the styles left out lost ${points(worst.gone.lost)} points, it ${worst.all > 0 ? 'fell' : 'rose'} by ${points(worst.all)}.`;
  if (most <= 0) return `What was kept is drawn better by each of the three, by ${points(most)} to ${points(least)} points; all were trained for as many steps, and these had fewer styles to spend them on. ${mean}`;
  if (least >= 0) return `What was kept is drawn a little worse too, by ${points(least)} to ${points(most)} points. ${mean}`;
  return `What was kept changed by no more than ${points(Math.max(most, -least))} points either way. ${mean}`;
}

/** How many of each model’s random draws have serifs, beside the type of the sheet. */
export function beliefsSay(beliefs: readonly Belief[]): string {
  const [type, whole] = [beliefs.find(({ id }) => id === 'type')!, beliefs.find(({ id }) => id === 'whole')!];
  const others = beliefs.filter(({ id }) => id !== 'type' && id !== 'whole').map(({ id, serifed }) => `${percent(serifed)} after ${NAMES[id as SiblingId].said}`);
  return `Of the sheet’s ${type.count} typefaces, ${percent(type.serifed)} have serifs, as far as they can be measured. Of ${whole.count} random draws of each model, ${percent(whole.serifed)} have them after ${NAMES.whole.said}, ${others.slice(0, -1).join(', ')} and ${others.at(-1)}.`;
}
