/** The sites that the browser tests look at: where they are built, and under which address. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** A copy of the project, outside of it, whose content has a draft piece and a draft term. */
function projectWithDrafts(): string {
  const project = realpathSync(mkdtempSync(path.join(tmpdir(), 'latent-commons-')));
  for (const name of ['src', 'public', 'content', '.generated', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(projectRoot, name), path.join(project, name), { recursive: true });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  const essay = path.join(project, 'content', 'essays', 'a-draft');
  mkdirSync(essay);
  const shared = `authors: [latent-commons]
disclosure: { ai: [none], note: Written for a test. }
published: "2026-01-01"
status: draft`;
  writeFileSync(
    path.join(essay, 'index.mdx'),
    `---\ntitle: A ${DRAFT_WORD} essay\nsummary: A ${DRAFT_WORD} summary.\naudience: both\nlevel: introduction\nminutes: 1\n${shared}\nreviewBy: "2027-01-01"\n---\n\nThe ${DRAFT_WORD} truncation.\n`,
  );
  writeFileSync(
    path.join(project, 'content', 'glossary', `${DRAFT_WORD}.mdx`),
    `---\nterm: ${DRAFT_WORD}\nside: technical\nplain: Having five corners.\n${GRAMMAR}${shared}\n---\n\n## For makers\n\nFive.\n\n## For engineers\n\nFive.\n`,
  );
  return project;
}

/** A bridge to a published term, and a name that published prose has: the places where a draft could show through. */
const GRAMMAR = `aliases: [tulip]
topics: [type]
bridges:
  - to: restraint
    relation: partial
    breaks: It has ${DRAFT_WORD} corners.
    sayToMakers: Count the ${DRAFT_WORD} corners.
    sayToEngineers: Count the ${DRAFT_WORD} corners.
references: []
usage: A ${DRAFT_WORD} usage of this site.
`;
