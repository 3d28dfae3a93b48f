/** Lets a browser search the site from its address bar (OpenSearch 1.1, draft 6). */

/** What the description says. */
export interface SearchEngine {
  /** Sixteen characters at most, as the format asks. */
  name: string;
  description: string;
  /** Full address of the search page, which takes the query as `?q=`. */
  search: string;
  /** Full address of the description itself. */
  self: string;
  /** Full address of the icon, an SVG. */
  icon: string;
  /** Language tag. */
  language: string;
}

/** The description as XML. */
export function openSearchDescription({ name, description, search, self, icon, language }: SearchEngine): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escape(name.slice(0, 16))}</ShortName>`,
    `<Description>${escape(description)}</Description>`,
    `<Url type="text/html" template="${escape(search)}?q={searchTerms}" />`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escape(self)}" />`,
    `<Image width="16" height="16" type="image/svg+xml">${escape(icon)}</Image>`,
    `<Language>${escape(language)}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
