/** References as readers see them: APA style, by citation-js with its CSL engine. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Reference } from '../../schemas/index.ts';
import { isPreprint, toCsl } from './csl.ts';

// One door for pages. What needs no engine (labels, CSL, BibTeX) can be had from its own file at no cost.
export { toBibtex } from './bibtex.ts';
export { authorYear, toCsl, type CslItem } from './csl.ts';

/** A reference in print. */
export interface FormattedReference {
  /** Inline HTML: text, `<i>`, `<sup>`, `<sub>` and links. Everything that came from the file is escaped. */
  html: string;
  /** The same without mark-up. */
  text: string;
}

// The engine reads tags in titles as formatting, and would let `<span style=…>` through; so the
// brackets travel as private-use characters.
const LEFT = '\uE000';
const RIGHT = '\uE001';
const AS_PRINTED = ['title', 'container-title'] as const;

/**
 * A reference in APA style, with DOI or URL linked and the arXiv number shown. Each is formatted
 * alone, so that no other source of the site changes it (“2019a”). The first call builds the style,
 * which takes most of a second; later ones take milliseconds.
 */
export function formatReference(id: string, ref: Reference): FormattedReference {
  const { note: _, URL: address, DOI, ...item } = toCsl(id, ref);
  const apart = ref.arxiv !== undefined && !isPreprint(ref) ? ref.arxiv : undefined;
  // Where the address is the arXiv page itself, the number that follows is link enough.
  const links = {
    ...(DOI === undefined ? {} : { DOI: encode(DOI) }),
    ...(isWeb(address) && !(apart !== undefined && isArxiv(address)) ? { URL: encode(address) } : {}),
  };
  const shielded = keepCase(shield({ ...item, ...links }));
  const entry = plugins.output.format('bibliography', [shielded], { format: 'html', template: 'apa', lang: 'en-US', hyperlinks: true });
  const parts = [inside(entry).replaceAll(LEFT, '&#60;').replaceAll(RIGHT, '&#62;')];
  if (apart !== undefined) parts.push(`<a href="https://arxiv.org/abs/${apart}">arXiv:${apart}</a>`);
  const html = parts.join(' ');
  return { html, text: plain(html) };
}

/** Content of the one entry in the engine's two wrappers. */
function inside(entry: string): string {
  return (/class="csl-entry">([\s\S]*)<\/div>\s*<\/div>\s*$/.exec(entry)?.[1] ?? entry).trim();
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&');
}

function shield<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('<', LEFT).replaceAll('>', RIGHT) as T;
  if (Array.isArray(value)) return value.map(shield) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shield(each)])) as T;
}

/**
 * APA would capitalise names of journals and sites (“I-Perception”, “Graphics.Com”) and of legal cases;
 * files give them as printed. Straight quotes are left to the engine, which loses the span around them.
 */
function keepCase<T extends Partial<Record<(typeof AS_PRINTED)[number], string>>>(item: T): T {
  const kept = AS_PRINTED.flatMap((field) => {
    const value = item[field];
    return value === undefined || /["']/.test(value) ? [] : [[field, `<span class="nocase">${value}</span>`]];
  });
  return { ...item, ...Object.fromEntries(kept) };
}

/** The engine puts addresses into `href` as they are; a quotation mark there would end the attribute. */
function encode(address: string): string {
  return address.replace(/["'`\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** Other schemes (`javascript:`) are valid URLs too, and are never linked. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function isArxiv(url: string): boolean {
  return /^https?:\/\/(?:www\.)?arxiv\.org\//i.test(url);
}
