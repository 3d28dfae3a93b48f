/**
 * References as BibTeX. Written here because the converters at hand drop scripts that have no LaTeX
 * command, leave `&` bare in the names of organisations, and know no arXiv number.
 */
import type { Reference } from '../../schemas/index.ts';
import { isPreprint } from './csl.ts';

const TYPES: Partial<Record<Reference['type'], string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};
/** The field that BibTeX has for the place a work stands in; `howpublished` for the rest. */
const PLACES: Record<string, string> = { article: 'journal', incollection: 'booktitle', inproceedings: 'booktitle' };
const PUBLISHERS: Record<string, string> = { techreport: 'institution', phdthesis: 'school' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A BibTeX entry under the reference's id, in UTF-8, ending in a line break. Fields come in a fixed order. */
export function toBibtex(id: string, ref: Reference): string {
  const type = TYPES[ref.type] ?? 'misc';
  const [year, month] = ref.issued?.split('-') ?? [];
  const preprint = isPreprint(ref);
  const place = preprint ? undefined : ref['container-title'];
  const fields: [name: string, value: string | undefined][] = [
    ['author', names(ref.author)],
    ['editor', names(ref.editor)],
    // Doubled braces keep the capitals that styles would take away.
    ['title', `{{${escape(ref.title)}}}`],
    [PLACES[type] ?? 'howpublished', braced(place)],
    ['edition', braced(ref.edition)],
    ['volume', braced(ref.volume)],
    ['number', braced(ref.issue)],
    ['pages', braced(ref.page?.replace(/\s*[-–]+\s*/g, '--'))],
    [PUBLISHERS[type] ?? 'publisher', braced(ref.publisher)],
    ['year', braced(year)],
    // Months are BibTeX's own abbreviations, which styles translate, and so go without braces.
    ['month', month === undefined ? undefined : MONTHS[Number(month) - 1]],
    ['isbn', braced(ref.ISBN)],
    ['doi', verbatim(ref.DOI)],
    ['eprint', braced(ref.arxiv)],
    ['archiveprefix', ref.arxiv === undefined ? undefined : '{arXiv}'],
    ['url', verbatim(ref.URL)],
    ['urldate', braced(ref.accessed)],
    ['note', braced(ref.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@${type}{${id},\n${lines.join('')}}\n`;
}

function names(list: Reference['author']): string | undefined {
  if (!list || list.length === 0) return undefined;
  const one = list.map((name) => {
    if ('literal' in name) return `{${escape(name.literal)}}`;
    // A family name of several words without its own braces would be parted at the last of them.
    const family = /\s/.test(name.family) ? `{${escape(name.family)}}` : escape(name.family);
    return name.given === undefined ? family : `${family}, ${escape(name.given)}`;
  });
  return `{${one.join(' and ')}}`;
}

function braced(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${escape(value)}}`;
}

/** Addresses are not escaped, but a brace out of balance would end the field early. */
function verbatim(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${value.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`;
}

const COMMANDS: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\~^{}]|[&%$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
}
