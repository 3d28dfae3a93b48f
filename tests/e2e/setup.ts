/** Before the first test: builds the sites and serves them. After the last: ends the servers. */
import { existsSync } from 'node:fs';
import { serve } from '../../scripts/static-server.ts';
import { bases, buildSites, folderOf, siteNames } from './sites.ts';

export default async function setup(): Promise<() => Promise<void>> {
  // While writing a test, `E2E_REUSE=1` takes the sites of the last run.
  const reuse = process.env['E2E_REUSE'] === '1' && siteNames.every((name) => existsSync(folderOf(name)));
  const start = performance.now();
  if (!reuse) await buildSites();
  const servers = await Promise.all(siteNames.map((name) => serve(folderOf(name), bases[name])));
  siteNames.forEach((name, i) => (process.env[`E2E_${name.toUpperCase()}`] = servers[i]?.url));
  process.stdout.write(`${siteNames.length} sites ${reuse ? 'taken as they were' : `built in ${Math.round((performance.now() - start) / 1000)} s`}\n`);
  return async () => {
    await Promise.all(servers.map(({ close }) => close()));
  };
}
