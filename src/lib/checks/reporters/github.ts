/** The report for GitHub: annotations that appear beside the lines of a pull request. */
import type { Fault } from '../types.ts';
import { summary } from './text.ts';

/**
 * Faults as workflow commands, one a line, and the summary.
 * Escaping as in `@actions/core` (packages/core/src/command.ts of actions/toolkit).
 * @param checked number of files looked at
 */
export function reportGithub(faults: readonly Fault[], checked: number): string {
  return [...faults.map(command), `${summary(faults, checked)}\n`].join('\n');
}

function command(fault: Fault): string {
  const { path, line, column, rule, message, expected, nearest, fix } = fault;
  const body = [message, expected && `expected: ${expected}`, nearest && `nearest: ${nearest}`, fix && `fix: ${fix}`].filter(Boolean).join('\n');
  return `::error file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(body)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
