/** What each required field is for, and how it is written: what the checker says when one is missing. */
import type { CollectionName } from '../../schemas/index.ts';

/** A field as a fault speaks of it. */
export interface Field {
  /** What a reader gets from it. */
  purpose: string;
  /** A line that could be written. */
  example: string;
}

type Fields = Readonly<Record<string, Field>>;

const signed: Fields = {
  authors: { purpose: 'the byline: handles of files in content/authors', example: 'authors: [latent-commons]' },
  published: { purpose: 'the first day on the site', example: 'published: "2026-11-23"' },
  disclosure: { purpose: 'the line that says what generative AI did', example: 'disclosure: { ai: [none], note: Written and edited by people. }' },
  'disclosure.ai': { purpose: 'the kinds of help: none, editing, drafting, images', example: 'ai: [editing]' },
  'disclosure.note': { purpose: 'one sentence that tells the reader what was done', example: 'note: Written and edited by people.' },
  'reviews.role': { purpose: 'which half was read: technical or creative', example: 'role: technical' },
  'reviews.by': { purpose: 'the handle of who read it', example: 'by: ada-reader' },
  'reviews.on': { purpose: 'the day of the reading', example: 'on: "2026-11-23"' },
};

const piece: Fields = {
  ...signed,
  title: { purpose: 'the headline', example: 'title: Two vocabularies, one picture' },
  summary: { purpose: 'one plain sentence for lists, search and feeds', example: 'summary: How to read this site from either side.' },
  audience: { purpose: 'for whom it is written: maker, engineer or both', example: 'audience: both' },
  level: { purpose: 'how much it asks for: introduction, intermediate or advanced', example: 'level: introduction' },
  minutes: { purpose: 'how long it takes to read, exercises included', example: 'minutes: 12' },
  reviewBy: { purpose: 'the day after which it asks to be read again', example: 'reviewBy: "2027-05-23"' },
  'cover.src': { purpose: 'the picture, a file beside the piece', example: 'src: ./cover.png' },
  'cover.alt': { purpose: 'what a person who cannot see the picture is told', example: 'alt: Seven letters a, from light to black.' },
  'cover.credit': { purpose: 'who made the picture', example: 'credit: Latent Commons' },
  'cover.licence': { purpose: 'the licence of the picture', example: 'licence: CC-BY-4.0' },
};

const fields: Readonly<Record<CollectionName, Fields>> = {
  tutorials: {
    ...piece,
    outcomes: { purpose: 'what a reader can do afterwards, in both vocabularies', example: 'outcomes: { maker: […], engineer: […] }' },
    'outcomes.maker': { purpose: 'what a maker can do afterwards', example: 'maker: [name the two ends of a blend]' },
    'outcomes.engineer': { purpose: 'what an engineer can do afterwards', example: 'engineer: [say what a maker means by grain]' },
  },
  essays: piece,
  'case-studies': {
    ...piece,
    work: { purpose: 'the title of the work', example: 'work: Mosaic Virus' },
    makers: { purpose: 'who made the work, as they are credited', example: 'makers: [Anna Ridler]' },
    year: { purpose: 'when the work was made', example: 'year: "2018"' },
    data: { purpose: 'the data behind the work, in one sentence', example: 'data: Ten thousand photographs of tulips, taken by the artist.' },
  },
  glossary: {
    ...signed,
    term: { purpose: 'the label, as it is said', example: 'term: truncation' },
    side: { purpose: 'the vocabulary it belongs to: technical, creative or both', example: 'side: technical' },
    plain: { purpose: 'the plain line that cards and lists show, at most 30 words', example: 'plain: Keeping near the typical, at the price of variety.' },
    topics: { purpose: 'one or two subjects, for the facets of the glossary', example: 'topics: [sampling]' },
    'bridges.to': { purpose: 'the term on the other bank', example: 'to: restraint' },
    'bridges.relation': { purpose: 'how close the two are: exact, close, partial or false-friend', example: 'relation: close' },
    'bridges.breaks': { purpose: 'where the comparison breaks, in one sentence', example: 'breaks: Restraint is chosen stroke by stroke; truncation is one number.' },
    'bridges.sayToMakers': { purpose: 'a sentence an engineer can say to a maker', example: 'sayToMakers: I can make it hold back.' },
    'bridges.sayToEngineers': { purpose: 'a sentence a maker can say to an engineer', example: 'sayToEngineers: Let it stray a little.' },
  },
  demos: {
    title: { purpose: 'the headline', example: 'title: The letterform map' },
    summary: { purpose: 'one plain sentence: what a reader does with it', example: 'summary: Drag, and watch a word of your own change.' },
    teaches: { purpose: 'the pair of words it teaches', example: 'teaches: { technical: truncation, creative: restraint }' },
    'teaches.technical': { purpose: 'the technical word it teaches', example: 'technical: truncation' },
    'teaches.creative': { purpose: 'the creative word it teaches', example: 'creative: restraint' },
    terms: { purpose: 'the terms it lets a reader handle', example: 'terms: [truncation, restraint]' },
  },
  pages: {
    title: piece['title'] as Field,
    summary: { purpose: 'one plain sentence for search and feeds', example: 'summary: Who makes this site and how.' },
  },
  references: {
    type: { purpose: 'the kind of source, as CSL names it', example: 'type: article-journal' },
    title: { purpose: 'the title, as printed', example: 'title: Generative Adversarial Nets' },
    URL: { purpose: 'where the source can be read', example: 'URL: https://arxiv.org/abs/1406.2661' },
    accessed: { purpose: 'the day somebody last looked', example: 'accessed: "2026-11-23"' },
    checked: { purpose: 'what was compared with what', example: 'checked: title, authors and year against the arXiv abstract' },
    'author.family': { purpose: 'the family name of a person; a body has `literal` instead', example: 'family: Goodfellow' },
    'author.literal': { purpose: 'the name of a body', example: 'literal: Latent Commons' },
    'editor.family': { purpose: 'the family name of a person; a body has `literal` instead', example: 'family: Goodfellow' },
    'editor.literal': { purpose: 'the name of a body', example: 'literal: Latent Commons' },
  },
  authors: {
    name: { purpose: 'the name, as printed', example: 'name: Ada Reader' },
    kind: { purpose: 'a person, or an organisation', example: 'kind: person' },
    about: { purpose: 'one sentence: what qualifies them, or what the byline stands for', example: 'about: Sets type and teaches it.' },
  },
};

/** The field at a dotted path without indexes (`bridges.breaks`), or `undefined` when it is not a required one. */
export function fieldAt(collection: CollectionName, path: readonly PropertyKey[]): Field | undefined {
  return fields[collection][path.filter((step) => typeof step !== 'number').join('.')];
}
