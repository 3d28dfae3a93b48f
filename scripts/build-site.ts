/**
 * Builds the site into a folder of one's own, with its own cache, so that neither `dist/` nor another build is disturbed.
 * As a program: `node scripts/build-site.ts PROJECT OUT CACHE`, with address and repository in the environment.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What to build, and where. */
export interface SiteBuild {
  /** Absolute folder with `astro.config.mjs`. */
  project: string;
  /** Absolute folder for the finished site; emptied first. */
  out: string;
  /** Absolute folder for what Astro keeps between builds; emptied first. */
  cache: string;
  /** `SITE_URL`, `BASE_PATH`, `REPOSITORY_URL`. What is left out is unset, whatever the shell has. */
  address?: { url?: string; base?: string; repository?: string };
}

const self = fileURLToPath(import.meta.url);

/** Root of this project. */
export const projectRoot = path.resolve(path.dirname(self), '..');

/** Builds in a process of its own, because the site reads its address from the environment. Rejects with the build's output. */
export async function buildSite({ project, out, cache, address = {} }: SiteBuild): Promise<void> {
  await Promise.all([out, cache].map((folder) => rm(folder, { recursive: true, force: true })));
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  // A forge's own variables would give the site an address where none was asked for.
  for (const name of ['GITHUB_REPOSITORY', 'GITHUB_SERVER_URL', 'SITE_URL', 'BASE_PATH', 'REPOSITORY_URL', 'FORCE_COLOR']) delete env[name];
  if (address.url) env['SITE_URL'] = address.url;
  if (address.base) env['BASE_PATH'] = address.base;
  if (address.repository) env['REPOSITORY_URL'] = address.repository;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [self, project, out, cache], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the build ended with ${code ?? 'a signal'}:\n${said}`))));
  });
  // A failed page does not always end a build with an error.
  if (!existsSync(path.join(out, 'index.html'))) throw new Error(`the build left no index.html in ${out}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [root = projectRoot, outDir = 'dist', cacheDir = 'node_modules/.astro'] = process.argv.slice(2);
  const { build } = await import('astro');
  await build({ root, outDir, cacheDir, logLevel: 'warn' });
}
