/** Runs every rule over the content and gives back every fault. */
import type { ContentSource } from '../content/source.ts';
import { faultOf } from './fault.ts';
import { compareFindings, withExcerpt } from './findings.ts';
import { fileStart } from './position.ts';
import { rules, type RuleId } from './rules.ts';
import { checkCaseStudy } from './rules/case-study.ts';
import { checkComponents } from './rules/components.ts';
import { checkFiles } from './rules/files.ts';
import { checkGlossary } from './rules/glossary.ts';
import { checkIdentifiers } from './rules/identifiers.ts';
import { checkImages } from './rules/images.ts';
import { checkLinks } from './rules/links.ts';
import { checkPiece } from './rules/piece.ts';
import { checkPlacement } from './rules/placement.ts';
import { checkProse } from './rules/prose.ts';
import { checkSchema } from './rules/schema.ts';
import { checkTerm } from './rules/term.ts';
import { checkYaml } from './rules/yaml.ts';
import { buildSite, type CheckedEntry, type Site } from './site.ts';
import type { AssetReader, Fault } from './types.ts';

/** What to check and what to look at. */
export interface CheckOptions {
  /** Report only faults in these files, as paths from the root; everything when left out. */
  files?: readonly string[];
  /** What lies in the content folder. */
  assets: AssetReader;
}

type EntryCheck = (entry: CheckedEntry, site: Site) => Fault[];
type SiteCheck = (site: Site) => Fault[];

/** Checks of one entry. Their order does not matter: faults are sorted. */
const entryChecks: Readonly<Record<string, EntryCheck>> = {
  yaml: checkYaml,
  schema: checkSchema,
  prose: checkProse,
  components: checkComponents,
  placement: checkPlacement,
  identifiers: checkIdentifiers,
  term: checkTerm,
  piece: checkPiece,
  'case-study': checkCaseStudy,
  links: checkLinks,
  images: checkImages,
};

/** Checks that need the whole site at once. */
const siteChecks: Readonly<Record<string, SiteCheck>> = { glossary: checkGlossary, files: checkFiles };

/**
 * Every fault in the content, sorted by path, line, column and rule.
 * Drafts are held only to the rules that the table keeps for them. Never throws because of content: a check that
 * fails becomes a fault `internal` that names it.
 */
export function checkContent(source: ContentSource, { files, assets }: CheckOptions): Fault[] {
  return checkSite(buildSite(source, assets), files);
}

/** As {@link checkContent}, on a site that was made before: what has been parsed of it need not be parsed again. */
export function checkSite(site: Site, files?: readonly string[]): Fault[] {
  const wanted = files && new Set(files);
  const asked = wanted ? site.entries.filter((entry) => wanted.has(entry.source.path)) : site.entries;
  const found = [
    ...asked.flatMap((entry) => Object.entries(entryChecks).flatMap(([name, check]) => guarded(name, entry.source.path, () => check(entry, site)))),
    ...Object.entries(siteChecks).flatMap(([name, check]) => guarded(name, site.base, () => check(site))),
  ];
  const byPath = new Map(site.entries.map((entry) => [entry.source.path, entry]));
  return found
    .filter((fault) => !wanted || wanted.has(fault.path) || fault.rule === 'internal')
    .filter((fault) => rules[fault.rule].drafts === 'kept' || byPath.get(fault.path)?.draft !== true)
    .map((fault) => shown(fault, byPath.get(fault.path)?.source.text))
    .sort(compareFindings);
}

function guarded(check: string, path: string, run: () => Fault[]): Fault[] {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const saying = { message: `the check “${check}” failed here: ${reason.split('\n')[0] ?? ''}`, fix: 'this is a fault of the checker; please report it with the file' };
    return [faultOf('internal', path, fileStart, saying)];
  }
}

/** Rules about something that is not there: their line has nothing to show. */
const absent: ReadonlySet<RuleId> = new Set(['schema-missing', 'front-matter', 'file-place', 'file-name', 'internal']);

function shown(fault: Fault, text: string | undefined): Fault {
  return absent.has(fault.rule) && fault.line === fileStart.line ? fault : withExcerpt(fault, text);
}
