import { askOurs } from '../search/ask.ts';
import { readQueries } from '../search/queries.ts';
import { belowFloor, readFloor, report, table } from '../search/report.ts';
import { addressOf, expect, test } from './support.ts';

test('search answers the scored queries at or above the committed floor', async ({ page }) => {
  // Two hundred and fifty questions, asked one after the other.
  test.setTimeout(180_000);
  const queries = readQueries();
  const run = report(queries, await askOurs(page, addressOf('root'), queries.map(({ q }) => q)));
  expect(belowFloor(run, readFloor()), table(queries, { ours: run })).toEqual([]);
});
