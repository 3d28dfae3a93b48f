/** Gives advice on the content: what could be linked or used, and nobody has to. */
import { buildTermIndex } from '../glossary/term-index.ts';
import { validEntries, type ContentSource } from '../content/source.ts';
import { adviseMentions } from './advice/bare-mentions.ts';
import { adviseOrphanSources, adviseOrphanTerms } from './advice/orphans.ts';
import type { AdviceCheck } from './advice/types.ts';
import { compareFindings, withExcerpt } from './findings.ts';
import type { Site } from './site.ts';
import type { Advice } from './types.ts';

const advisers: readonly AdviceCheck[] = [adviseMentions, adviseOrphanTerms, adviseOrphanSources];

/**
 * All advice, sorted by path, line and column. Entries at fault are passed over where they cannot be read: faults come first.
 * @param site made from `source`
 * @param files advise only on these, as paths from the root; on everything when left out
 */
export function adviseSite(site: Site, source: ContentSource, files?: readonly string[]): Advice[] {
  const wanted = files && new Set(files);
  const terms = validEntries(source, 'glossary').filter(({ data }) => data.status !== 'draft');
  const ground = { site, terms, index: buildTermIndex(terms).index };
  const texts = new Map(site.entries.map(({ source: { path, text } }) => [path, text]));
  return advisers
    .flatMap((advise) => advise(ground, (entry) => !wanted || wanted.has(entry.source.path)))
    .map((advice) => withExcerpt(advice, advice.rule.startsWith('orphan') ? undefined : texts.get(advice.path)))
    .sort(compareFindings);
}
