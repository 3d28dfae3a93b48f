/** Ends the list of tests with one line. */
import type { FullResult, Reporter, Suite } from 'playwright/types/testReporter';

export default class Summary implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd({ status, duration }: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    // Only what ran: a list of tests, or a run broken off, has none that passed.
    const ran = tests.filter((test) => test.results.some((result) => result.status !== 'skipped'));
    const failed = ran.filter((test) => test.outcome() === 'unexpected').length;
    process.stdout.write(`\nend-to-end ${status} in ${Math.round(duration / 1000)} s\ne2e: ${ran.length - failed} passed, ${failed} failed\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
