import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longDate } from '../../../src/lib/dates.ts';

for (const [date, expected] of [['2026-11-23', '23 November 2026'], ['2026-01-02', '2 January 2026'], ['2022-11', 'November 2022'], ['1913', '1913']] as const) {
  test(`${date} is printed as ${expected}`, () => assert.equal(longDate(date), expected));
}
