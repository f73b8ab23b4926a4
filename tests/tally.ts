import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Closes the run with one line that says how many tests passed and failed. */
export default class Tally implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
    _reason: TestRunEndReason,
  ): void {
    const count = (state: 'passed' | 'failed') =>
      modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0);
    // A file that cannot be loaded has no tests to fail, and an error outside tests belongs to none.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed`);
  }
}
