/** The report for GitHub: annotations that appear beside the lines of a pull request. */
import type { Fault, Finding } from '../types.ts';
import { countAdvice, type AdviceReport } from './advice.ts';
import { summary } from './text.ts';

/**
 * Faults as errors and advice as notices, one workflow command a line, and the summary. GitHub shows ten notices of a step and
 * no more, so advice in numbers is only counted.
 * Escaping as in `@actions/core` (packages/core/src/command.ts of actions/toolkit).
 * @param checked number of files looked at
 */
export function reportGithub(faults: readonly Fault[], checked: number, { advice, full }: AdviceReport = { advice: [], full: false }): string {
  const notices = full ? advice.map((each) => command('notice', each)) : [];
  const counted = advice.length > 0 ? `Advice, none of it binding: ${countAdvice(advice)}.\n` : '';
  return [...faults.map((each) => command('error', each)), ...notices, `${summary(faults, checked)}\n${counted}`].join('\n');
}

function command(level: 'error' | 'notice', finding: Finding<string>): string {
  const { path, line, column, rule, message, expected, nearest, fix } = finding;
  const body = [message, expected && `expected: ${expected}`, nearest && `nearest: ${nearest}`, fix && `fix: ${fix}`].filter(Boolean).join('\n');
  return `::${level} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(body)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
