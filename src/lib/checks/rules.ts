/** The table of rules: every id a fault can carry, what the rule means, and whether drafts must keep it. */

/** One rule of the table. */
export interface Rule {
  /** What the rule asks for, in one line. */
  meaning: string;
  /**
   * `kept`: a draft must keep it too, because the file could not be read or built safely otherwise.
   * `spared`: a draft may break it until it is published.
   */
  drafts: 'kept' | 'spared';
}

/** Every rule by id. One fault kind, one line here, one fixture in `tests/fixtures/checks/<id>/`. */
export const rules = {
  'yaml-syntax': { drafts: 'kept', meaning: 'Front matter and YAML files are well-formed YAML.' },
  'yaml-duplicate-key': { drafts: 'kept', meaning: 'A field stands once.' },
  'yaml-date': { drafts: 'kept', meaning: 'Days are quoted, so that no reader of YAML turns them into moments in a time zone.' },
  'yaml-alias': { drafts: 'kept', meaning: 'YAML anchors, aliases and tags are not used: every value is written where it belongs.' },
  'front-matter': { drafts: 'kept', meaning: 'An .mdx file begins with front matter between two lines of `---`.' },
  'schema-missing': { drafts: 'kept', meaning: 'Required fields are there.' },
  'schema-unknown-key': { drafts: 'kept', meaning: 'Only the fields of the collection are used.' },
  'schema-choice': { drafts: 'kept', meaning: 'A field with a fixed list of values has one of them.' },
  'schema-value': { drafts: 'kept', meaning: 'A value has the form its field asks for.' },
  'mdx-syntax': { drafts: 'kept', meaning: 'Prose is well-formed MDX.' },
  'mdx-expression': { drafts: 'kept', meaning: 'Prose is text, never code: no expressions, imports, exports or spreads.' },
  'mdx-component': { drafts: 'kept', meaning: 'Only the components of the closed vocabulary are used, and no HTML.' },
  'mdx-prop': { drafts: 'kept', meaning: 'A component has the props it knows, written as text in quotes.' },
  'mdx-placement': { drafts: 'kept', meaning: 'Components stand where they can: blocks on their own lines, children in their parents.' },
  'unknown-term': { drafts: 'spared', meaning: 'A term that is named has a file in content/glossary.' },
  'unknown-piece': { drafts: 'spared', meaning: 'A piece that is named has a folder.' },
  'unknown-author': { drafts: 'spared', meaning: 'An author or reader that is named has a file in content/authors.' },
  'unknown-source': { drafts: 'spared', meaning: 'A source that is cited has a file in content/references.' },
  'citation-syntax': { drafts: 'spared', meaning: 'Citations are written [@id], [@id, p. 4] or [@a; @b].' },
  'term-relation': { drafts: 'spared', meaning: 'Broader and related terms are others, of the same vocabulary, and no term is both.' },
  'bridge-nowhere': { drafts: 'spared', meaning: 'A bridge leads to a term that exists.' },
  'bridge-to-itself': { drafts: 'spared', meaning: 'A bridge leads to another term.' },
  'bridge-same-side': { drafts: 'spared', meaning: 'A bridge leads from one vocabulary to the other.' },
  'bridge-twice': { drafts: 'spared', meaning: 'A bridge is declared once, in one of its two files.' },
  'bridge-both-sides': { drafts: 'spared', meaning: 'A term of both vocabularies has no bridges.' },
  'label-collision': { drafts: 'spared', meaning: 'A label belongs to one term, unless a false-friend bridge joins the two.' },
  'term-formerly': { drafts: 'spared', meaning: 'A former id of a term leads to that term alone, and is no id of today.' },
  'label-twice': { drafts: 'spared', meaning: 'A term writes each of its names once, as term, alias or misspelling.' },
  'term-source': { drafts: 'spared', meaning: 'A term has a source, or says that it is a usage of this site.' },
  'term-body': { drafts: 'spared', meaning: 'A term has two parts, for makers and for engineers, 120–250 words in all.' },
  'case-study-sections': { drafts: 'spared', meaning: 'A case study has every fixed part.' },
  'heading-level': { drafts: 'spared', meaning: 'Headings begin at ## and go down one level at a time.' },
  'link-target': { drafts: 'spared', meaning: 'A link inside the site leads to a page that exists.' },
  'link-anchor': { drafts: 'spared', meaning: 'A link to a place in a page leads to a place that exists.' },
  'link-form': { drafts: 'spared', meaning: 'A link inside the site is written as its address, /section/name/.' },
  'link-protocol': { drafts: 'kept', meaning: 'Links lead to pages of this site, to https: or to mailto: addresses.' },
  'link-https': { drafts: 'spared', meaning: 'Links to other sites use https; the address of a source may be older.' },
  'image-missing': { drafts: 'spared', meaning: 'A picture that is shown stands beside its piece.' },
  'image-path': { drafts: 'kept', meaning: 'Pictures come from the folder of the piece, never from elsewhere.' },
  'image-alt': { drafts: 'spared', meaning: 'A picture has words for those who cannot see it.' },
  'image-licence': { drafts: 'spared', meaning: 'The licence of a cover is an SPDX id or a URL.' },
  'piece-retired': { drafts: 'spared', meaning: 'A retired piece says why, and only a retired piece does.' },
  'piece-inks': { drafts: 'spared', meaning: 'Inked words stand in the title.' },
  'file-place': { drafts: 'kept', meaning: 'Every file in content/ lies where its collection reads it.' },
  'file-name': { drafts: 'kept', meaning: 'File and folder names are lower-case letters and digits joined by hyphens.' },
  internal: { drafts: 'kept', meaning: 'The checker itself failed; this is our fault, not the writer’s.' },
} as const satisfies Record<string, Rule>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
