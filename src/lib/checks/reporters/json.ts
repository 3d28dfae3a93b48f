/** The report for programs. */
import type { Fault } from '../types.ts';

/** Shape of the JSON report. `version` changes when a field is taken away or changes its meaning; fields may be added. */
export interface JsonReport {
  version: 1;
  summary: {
    /** Number of faults. */
    faults: number;
    /** Number of files with faults. */
    files: number;
    /** Number of files looked at. */
    checked: number;
  };
  /** Sorted by path, line, column and rule. Parts that say nothing are absent. */
  faults: readonly Fault[];
}

/**
 * Faults as JSON, indented, with a line feed at the end.
 * @param checked number of files looked at
 */
export function reportJson(faults: readonly Fault[], checked: number): string {
  const files = new Set(faults.map(({ path }) => path)).size;
  const ordered = faults.map(({ rule, path, line, column, message, expected, nearest, fix, excerpt }) => ({ rule, path, line, column, message, expected, nearest, fix, excerpt }));
  const report: JsonReport = { version: 1, summary: { faults: faults.length, files, checked }, faults: ordered };
  return `${JSON.stringify(report, null, 2)}\n`;
}
