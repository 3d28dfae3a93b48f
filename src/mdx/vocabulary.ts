/**
 * The closed vocabulary of contributed MDX: every component there is, with the props it takes and where it may stand.
 * The checker, the component map and the writers' page all read this one table.
 */
import { demos } from '../demos/registry.ts';

/** What a prop holds. Every prop is written as text in quotes, except flags, which are written bare. */
export type PropType = 'text' | 'flag' | 'number' | 'term' | 'reference' | readonly string[];

/** One prop of a component. */
export interface Prop {
  name: string;
  /** `term` and `reference` are ids of entries; a list is the values there are. */
  type: PropType;
  required: boolean;
  /** What it is for, for writers. */
  about: string;
}

/** What a component may hold. */
export type Children =
  | { kind: 'nothing' }
  | { kind: 'words' }
  | { kind: 'prose' }
  | { kind: 'ordered-list' }
  | { kind: 'components'; names: readonly string[]; each: 'once' | 'any number' };

/** One component. */
export interface Component {
  name: string;
  /** What it is for, in one line for writers. */
  about: string;
  /** `inline` stands in a sentence; `block` stands on lines of its own. */
  placement: 'inline' | 'block';
  props: readonly Prop[];
  children: Children;
  /** The component it must stand directly in, if any. */
  parent?: string;
  /** The one entry it belongs to, if it belongs to one: collection and id. */
  only?: string;
  /** A complete, valid use. */
  example: string;
}

const text = (name: string, about: string): Prop => ({ name, type: 'text', required: true, about });
const optional = (prop: Prop): Prop => ({ ...prop, required: false });

/** The components, in the order in which writers meet them. */
export const vocabulary: readonly Component[] = [
  {
    name: 'Term',
    about: 'Links words to a glossary entry, for inflected wording and for words that two vocabularies share.',
    placement: 'inline',
    props: [
      { name: 'id', type: 'term', required: true, about: 'Id of the term.' },
      { name: 'gloss', type: 'flag', required: false, about: 'Prints the other side’s word small above it.' },
    ],
    children: { kind: 'words' },
    example: 'The hand <Term id="restraint" gloss>held back</Term> here.',
  },
  {
    name: 'Note',
    about: 'A margin note: technical in the left margin, creative in the right. Stands before its paragraph.',
    placement: 'block',
    props: [
      { name: 'side', type: ['technical', 'creative'], required: true, about: 'Which voice speaks, and so which margin.' },
      optional(text('title', 'The word or matter it is about.')),
    ],
    children: { kind: 'prose' },
    example: '<Note side="technical" title="norm">\n\nThe length of the vector.\n\n</Note>',
  },
  {
    name: 'Two',
    about: 'The same point told twice, once for each side.',
    placement: 'block',
    props: [],
    children: { kind: 'components', names: ['ForMakers', 'ForEngineers'], each: 'once' },
    example: '<Two>\n\n<ForMakers>\n\nA contact sheet.\n\n</ForMakers>\n\n<ForEngineers>\n\nA batch of samples.\n\n</ForEngineers>\n\n</Two>',
  },
  {
    name: 'ForMakers',
    about: 'The makers’ telling in a Two.',
    placement: 'block',
    props: [],
    children: { kind: 'prose' },
    parent: 'Two',
    example: '<Two>\n\n<ForMakers>\n\nA take.\n\n</ForMakers>\n\n<ForEngineers>\n\nA seed.\n\n</ForEngineers>\n\n</Two>',
  },
  {
    name: 'ForEngineers',
    about: 'The engineers’ telling in a Two.',
    placement: 'block',
    props: [],
    children: { kind: 'prose' },
    parent: 'Two',
    example: '<Two>\n\n<ForMakers>\n\nA take.\n\n</ForMakers>\n\n<ForEngineers>\n\nA seed.\n\n</ForEngineers>\n\n</Two>',
  },
  {
    name: 'Aside',
    about: 'A remark beside the argument.',
    placement: 'block',
    props: [optional(text('title', 'Its heading.'))],
    children: { kind: 'prose' },
    example: '<Aside title="A word on plates">\n\nTwo inks, two passes.\n\n</Aside>',
  },
  {
    name: 'Quote',
    about: 'A passage in somebody else’s exact words.',
    placement: 'block',
    props: [
      { name: 'source', type: 'reference', required: true, about: 'Id of the source it was taken from.' },
      text('cite', 'Who said it, and where in the source.'),
    ],
    children: { kind: 'prose' },
    example: '<Quote source="brock2019large" cite="Brock and others, section 3.1">\n\nThe exact words.\n\n</Quote>',
  },
  {
    name: 'Steps',
    about: 'A numbered list of things to do, set as steps.',
    placement: 'block',
    props: [],
    children: { kind: 'ordered-list' },
    example: '<Steps>\n\n1. Pick two letters.\n2. Draw the middle.\n\n</Steps>',
  },
  {
    name: 'Timeline',
    about: 'Events in order of time.',
    placement: 'block',
    props: [],
    children: { kind: 'components', names: ['Event'], each: 'any number' },
    example: '<Timeline>\n\n<Event when="2014" title="Two nets">\n\nOne draws, one doubts.\n\n</Event>\n\n</Timeline>',
  },
  {
    name: 'Event',
    about: 'One entry of a Timeline.',
    placement: 'block',
    props: [
      text('when', 'Year, month or day, as it should be printed.'),
      { name: 'source', type: 'reference', required: false, about: 'Id of the source for the date.' },
      text('title', 'What happened, in a few words.'),
    ],
    children: { kind: 'prose' },
    parent: 'Timeline',
    example: '<Timeline>\n\n<Event when="2014" source="goodfellow2014generative" title="Two nets">\n\nOne draws, one doubts.\n\n</Event>\n\n</Timeline>',
  },
  {
    name: 'Ledger',
    about: 'Who decided what.',
    placement: 'block',
    props: [],
    children: { kind: 'components', names: ['Decision'], each: 'any number' },
    example: '<Ledger>\n\n<Decision by="the artist" what="which pictures">\n\nSorted by hand.\n\n</Decision>\n\n</Ledger>',
  },
  {
    name: 'Decision',
    about: 'One decision in a Ledger.',
    placement: 'block',
    props: [text('by', 'Who decided.'), text('what', 'What was decided.')],
    children: { kind: 'prose' },
    parent: 'Ledger',
    example: '<Ledger>\n\n<Decision by="the artist" what="which pictures">\n\nSorted by hand.\n\n</Decision>\n\n</Ledger>',
  },
  {
    name: 'Figure',
    about: 'Letterforms drawn from a variable typeface when the site is built.',
    placement: 'block',
    props: [
      text('caption', 'What is to be seen, printed under the picture.'),
      text('alt', 'What a person who cannot see the picture is told.'),
      { name: 'kind', type: ['strip', 'plane', 'crossfade', 'plates'], required: true, about: 'How the letters are arranged.' },
      text('word', 'The letters to draw.'),
    ],
    children: { kind: 'nothing' },
    example: '<Figure caption="Seven stations from light to black." alt="Seven letters a." kind="strip" word="a" />',
  },
  {
    name: 'Demo',
    about: 'A demonstration that runs in the page, and stands as a drawn figure where it does not.',
    placement: 'block',
    props: [
      { name: 'id', type: demos.map(({ id }) => id), required: true, about: 'Which demonstration.' },
      { name: 'part', type: [...new Set(demos.flatMap(({ parts }) => parts))], required: true, about: 'What of it to show.' },
      optional(text('word', 'The letters it begins with.')),
      optional(text('caption', 'Printed under it, instead of its own words.')),
    ],
    children: { kind: 'nothing' },
    example: '<Demo id="letterform-map" part="between" word="drawing" />',
  },
  {
    name: 'Report',
    about: 'A table or picture of what was measured of the letterform model.',
    placement: 'block',
    props: [{ name: 'part', type: ['facts', 'curve', 'split', 'fitted', 'drawn', 'legibility', 'directions', 'guidance', 'memory', 'failures', 'families'], required: true, about: 'Which.' }],
    children: { kind: 'nothing' },
    only: 'pages/model',
    example: '<Report part="fitted" />',
  },
];

const byName = new Map(vocabulary.map((component) => [component.name, component]));

/** The component of that name, or `undefined`. Names are case-sensitive. */
export function componentOf(name: string): Component | undefined {
  return byName.get(name);
}
