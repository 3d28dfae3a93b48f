/** The report for programs. */
import type { Advice, Fault, Finding } from '../types.ts';
import type { AdviceReport } from './advice.ts';

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
    /** Number of pieces of advice. */
    advice: number;
  };
  /** Sorted by path, line, column and rule. Parts that say nothing are absent. */
  faults: readonly Fault[];
  /** In the same form and order, always in full. Nothing here makes a check fail. */
  advice: readonly Advice[];
}

/**
 * Faults and advice as JSON, indented, with a line feed at the end.
 * @param checked number of files looked at
 */
export function reportJson(faults: readonly Fault[], checked: number, { advice }: Pick<AdviceReport, 'advice'> = { advice: [] }): string {
  const files = new Set(faults.map(({ path }) => path)).size;
  const summary = { faults: faults.length, files, checked, advice: advice.length };
  const report: JsonReport = { version: 1, summary, faults: faults.map(ordered), advice: advice.map(ordered) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function ordered<Id extends string>({ rule, path, line, column, message, expected, nearest, fix, excerpt }: Finding<Id>): Finding<Id> {
  return { rule, path, line, column, message, expected, nearest, fix, excerpt };
}
