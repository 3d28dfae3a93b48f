/** The sites that the browser tests look at: where they are built, and under which address. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite, projectRoot } from '../../scripts/build-site.ts';

/** At a domain's root; under a sub-path; and without an address, with drafts among the content. */
export const siteNames = ['root', 'sub', 'drafts'] as const;
export type SiteName = (typeof siteNames)[number];

const home = path.join(projectRoot, 'node_modules', '.cache', 'e2e');

/** Origin in the canonical addresses; nothing is ever requested from it. */
export const ORIGIN = 'https://latent-commons.test';
/** Repository that "edit this page" leads to. */
export const REPOSITORY = 'https://example.test/latent-commons';

/** Path each site lives under. */
export const bases: Readonly<Record<SiteName, string>> = { root: '/', sub: '/sub/path', drafts: '/' };

/** Folder of a built site. */
export const folderOf = (name: SiteName): string => path.join(home, name, 'site');

/** A word that stands in the drafts and nowhere else. */
export const DRAFT_WORD = 'quinquangular';

/** An id that a term of the site with drafts once had, and the id it has now. */
export const RENAMED = { from: 'cutting-short', to: 'truncation' } as const;

/** Builds all three; the first alone, because it may have to cut the fonts that the second shares with it. */
export async function buildSites(): Promise<void> {
  await build('root', projectRoot);
  const copy = projectWithDrafts();
  try {
    await Promise.all([build('sub', projectRoot), build('drafts', copy)]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function build(name: SiteName, project: string): Promise<void> {
  const address = name === 'drafts' ? {} : { url: ORIGIN, base: bases[name], repository: REPOSITORY };
  return buildSite({ project, out: folderOf(name), cache: path.join(home, name, 'cache'), address });
}

/** A copy of the project, outside of it, whose content has a draft piece, a draft term, one essay more, and a term that was renamed. */
function projectWithDrafts(): string {
  const project = realpathSync(mkdtempSync(path.join(tmpdir(), 'latent-commons-')));
  for (const name of ['src', 'public', 'content', '.generated', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(projectRoot, name), path.join(project, name), { recursive: true });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  const write = (file: string, front: string, body: string): void => {
    const target = path.join(project, 'content', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `---\n${front}authors: [latent-commons]\ndisclosure: { ai: [none], note: Written for a test. }\npublished: "2026-01-01"\n---\n\n${body}\n`);
  };
  const essay = (status: string, title: string): string => `title: ${title}\nsummary: ${title}, in a sentence.\nminutes: 1\nreviewBy: "2027-01-01"\nstatus: ${status}\n`;
  write('essays/a-draft/index.mdx', `${essay('draft', `A ${DRAFT_WORD} essay`)}audience: both\nlevel: introduction\n`, `The ${DRAFT_WORD} truncation.`);
  // Published, and unlike the others: a list has facets only where there is something to choose.
  write('essays/another/index.mdx', `${essay('published', 'Another essay')}audience: maker\nlevel: advanced\n`, 'A short one.');
  write(`glossary/${DRAFT_WORD}.mdx`, DRAFT_TERM, '## For makers\n\nFive.\n\n## For engineers\n\nFive.');
  const renamed = path.join(project, 'content', 'glossary', `${RENAMED.to}.mdx`);
  writeFileSync(renamed, readFileSync(renamed, 'utf8').replace(/^side:/m, `formerly: [${RENAMED.from}]\nside:`));
  return project;
}

/** Its bridge leads to a published term, and its other name stands in published prose: there a draft could show through. */
const DRAFT_TERM = `term: ${DRAFT_WORD}
side: technical
plain: Having five corners.
aliases: [tulip]
formerly: [once-${DRAFT_WORD}]
topics: [type]
bridges:
  - to: restraint
    relation: partial
    breaks: It has ${DRAFT_WORD} corners.
    sayToMakers: Count the ${DRAFT_WORD} corners.
    sayToEngineers: Count the ${DRAFT_WORD} corners.
references: []
usage: A ${DRAFT_WORD} usage of this site.
status: draft
`;
