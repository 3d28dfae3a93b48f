/** Ends the list of tests with one line. */
import type { FullResult, Reporter, Suite } from 'playwright/types/testReporter';

export default class Summary implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd({ status, duration }: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() === 'unexpected').length;
    process.stdout.write(`\ne2e: ${status}, ${tests.length} tests, ${failed} failed, ${Math.round(duration / 1000)} s\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
