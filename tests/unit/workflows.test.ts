import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';

const folder = '.github/workflows';

interface Step {
  uses?: string;
  run?: string;
}
interface Job {
  steps: Step[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

for (const file of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const workflow: Workflow = parse(text);

  describe(`workflow ${file}`, () => {
    test('every action is pinned by a full commit, with its version in a comment', () => {
      const lines = text.split('\n').filter((line) => /\buses:/.test(line));
      const count = Object.values(workflow.jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses)).length;
      assert.equal(lines.length, count);
      for (const line of lines) assert.match(line, /uses: [\w.-]+\/[\w.\/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    test('may only read, unless a job says what it writes and needs no code for it', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const [name, { permissions = {}, steps }] of Object.entries(workflow.jobs)) {
        const writes = Object.values(permissions).includes('write');
        assert.ok(!writes || steps.every(({ run }) => run === undefined), `${name} runs code while it may write`);
      }
    });

    test('every job ends by itself', () => {
      for (const job of Object.values(workflow.jobs)) assert.ok(job['timeout-minutes']);
    });

    test('nothing that a stranger can write is put into a command', () => {
      for (const { steps } of Object.values(workflow.jobs)) for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });
  });
}

test('the script of the continuous integration can be run', () => {
  assert.ok(process.platform === 'win32' || (statSync('.ci/run').mode & 0o111) !== 0);
});
