/**
 * `npm run search:score [-- FOLDER] [--misses]`: builds the site, asks its search and plain Pagefind every query of
 * `tests/search/queries.yaml` in a browser, and prints MRR@10, nDCG@10, recall@5 and how often nothing is found, by kind of query.
 * With a FOLDER the site in it is taken as it is; `--misses` lists every query whose first good answer is not the first result.
 * Exit codes: 0 at or above the committed floor, 1 below it, 2 no site or no browser.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { askOurs, askPagefind } from '../tests/search/ask.ts';
import { score } from '../tests/search/metrics.ts';
import { readQueries } from '../tests/search/queries.ts';
import { belowFloor, readFloor, report, table } from '../tests/search/report.ts';
import { findBrowser } from './browser.ts';
import { buildSite, projectRoot } from './build-site.ts';
import { serve } from './static-server.ts';

const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const folder = path.resolve(given ?? path.join(projectRoot, 'node_modules', '.cache', 'search-score', 'site'));
if (!given) await buildSite({ project: projectRoot, out: folder, cache: path.join(folder, '..', 'cache') });
if (!existsSync(path.join(folder, 'search.json'))) {
  process.stderr.write(`there is no site in ${folder}\n`);
  process.exit(2);
}

const queries = readQueries();
const asked = queries.map(({ q }) => q);
const { executablePath, args } = await findBrowser();
const site = await serve(folder);
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage();
  const ours = await askOurs(page, site.url, asked);
  const plain = await askPagefind(page, site.url, asked);
  const run = report(queries, ours);
  process.stdout.write(`${table(queries, { ours: run, Pagefind: report(queries, plain) })}\n`);
  if (process.argv.includes('--misses')) {
    queries.forEach(({ kind, q, want }, i) => {
      if (score(ours[i] ?? [], want).mrr < 1) process.stdout.write(`${kind}: ${q}\n  wanted ${[...want].map(([name, grade]) => `${name} ${grade}`).join(', ')}\n  found  ${(ours[i] ?? []).join(' ')}\n`);
    });
  }
  const faults = belowFloor(run, readFloor());
  for (const fault of faults) process.stderr.write(`below the floor: ${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
}
