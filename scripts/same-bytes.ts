/**
 * `npm run same-bytes`: builds the site twice, from nothing, and compares every file.
 * Exit codes: 0 all the same, 1 some differ.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite, projectRoot } from './build-site.ts';

/** Files that are not the same in two folders, each with how: `only in the first`, `only in the second`, `byte 120 differs`. */
export async function differences(first: string, second: string): Promise<string[]> {
  const [left, right] = await Promise.all([first, second].map(async (folder) => new Set(await filesIn(folder))));
  const all = [...new Set([...(left ?? []), ...(right ?? [])])].sort();
  const found: string[] = [];
  for (const file of all) {
    if (!right?.has(file)) found.push(`${file}: only in the first`);
    else if (!left?.has(file)) found.push(`${file}: only in the second`);
    else {
      const [a, b] = await Promise.all([first, second].map((folder) => readFile(path.join(folder, file))));
      if (!a || !b || a.equals(b)) continue;
      const at = a.findIndex((byte, i) => byte !== b[i]);
      found.push(`${file}: byte ${at < 0 ? Math.min(a.length, b.length) : at} differs`);
    }
  }
  return found;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const home = await mkdtemp(path.join(tmpdir(), 'same-bytes-'));
  try {
    const outs = ['first', 'second'].map((name) => path.join(home, name));
    for (const out of outs) {
      await buildSite({ project: projectRoot, out, cache: `${out}-cache`, address: { url: 'https://latent-commons.test' } });
    }
    const found = await differences(outs[0] ?? '', outs[1] ?? '');
    const count = (await filesIn(outs[0] ?? '')).length;
    process.stdout.write(found.length === 0 ? `${count} files, the same twice.\n` : `${found.join('\n')}\n${found.length} of ${count} files differ.\n`);
    process.exitCode = found.length === 0 ? 0 : 1;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
