/** The report for people. */
import type { Fault, Finding } from '../types.ts';
import { countAdvice, type AdviceReport } from './advice.ts';

/**
 * Faults as text, one block each, and a summary line; then the advice. No colours: the same bytes in a terminal, a file and a test.
 * @param checked number of files looked at
 */
export function reportText(faults: readonly Fault[], checked: number, report?: AdviceReport): string {
  return [...faults.map(block), `${summary(faults, checked)}\n${report ? adviceText(report) : ''}`].join('\n');
}

function adviceText({ advice, full }: AdviceReport): string {
  if (advice.length === 0) return '';
  if (!full) return `Advice, none of it binding: ${countAdvice(advice)}. All of it: npm run check -- --advice\n`;
  return `\nAdvice, none of it binding:\n\n${[...advice.map(block), `${countAdvice(advice)}.\n`].join('\n')}`;
}

/** `3 faults in 2 files.` or `No faults in 12 files.` */
export function summary(faults: readonly Fault[], checked: number): string {
  if (faults.length === 0) return `No faults in ${count(checked, 'file')}.`;
  return `${count(faults.length, 'fault')} in ${count(new Set(faults.map(({ path }) => path)).size, 'file')}.`;
}

function block(fault: Finding<string>): string {
  const lines = [`${fault.path}:${fault.line}:${fault.column}  ${fault.rule}  ${fault.message}`];
  if (fault.expected !== undefined) lines.push(`    expected: ${fault.expected}`);
  if (fault.nearest !== undefined) lines.push(`    nearest:  ${fault.nearest}`);
  if (fault.fix !== undefined) lines.push(`    fix:      ${fault.fix}`);
  if (fault.excerpt) {
    const gutter = `    ${fault.line} | `;
    lines.push('', gutter + fault.excerpt.text, `${' '.repeat(gutter.length - 2)}| ${' '.repeat(fault.excerpt.caret)}^`);
  }
  return `${lines.join('\n')}\n`;
}

function count(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`;
}
