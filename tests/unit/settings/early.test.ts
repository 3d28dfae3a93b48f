import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { earlyScript, STORAGE_KEY } from '../../../src/settings/early.ts';

/** Runs the inline script as a page would, with something in storage. */
function run(getItem: (key: string) => string | null): { classes: string[]; dataset: Record<string, string> } {
  const classes: string[] = [];
  const dataset: Record<string, string> = {};
  runInNewContext(earlyScript, {
    document: { documentElement: { classList: { add: (name: string) => classes.push(name) }, dataset } },
    localStorage: { getItem },
    JSON,
  });
  return { classes, dataset };
}

describe('the script before the first paint', () => {
  test('puts the reader’s choices on the root element', () => {
    const { dataset } = run((key) => (key === STORAGE_KEY ? '{"vocabulary":"maker","marks":"off"}' : null));
    assert.deepEqual(dataset, { vocabulary: 'maker', marks: 'off' });
  });
  test('says that scripts run', () => assert.deepEqual(run(() => null).classes, ['js']));
  const quiet: [says: string, getItem: () => string | null][] = [
    ['a new reader has no choices', () => null],
    ['storage that is refused is no fault', () => { throw new Error('SecurityError'); }],
    ['storage that holds nonsense is no fault', () => '{'],
    ['a value nobody offers is ignored', () => '{"vocabulary":"<script>","printing":"sepia","other":"x"}'],
  ];
  for (const [says, getItem] of quiet) test(says, () => assert.deepEqual(run(getItem).dataset, {}));
});
