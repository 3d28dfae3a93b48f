import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { compileKernel, writeKernel } from '../../../src/inference/build-kernel.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kernel-'));
const file = path.join(folder, 'kernel.ts');
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the kernel', () => {
  test('is written as a module whose text is valid WebAssembly, and nothing is left beside it', async () => {
    await writeKernel(folder);
    const [, hex = ''] = /'([\da-f]+)'/.exec(readFileSync(file, 'utf8')) ?? [];
    assert.ok(WebAssembly.validate(Buffer.from(hex, 'hex')));
    assert.deepEqual(readdirSync(folder), ['kernel.ts']);
  });
  test('is not compiled again from the same source, but is from another', async () => {
    utimesSync(file, 1, 1);
    await writeKernel(folder);
    assert.equal(statSync(file).mtimeMs, 1000);
    writeFileSync(file, '/** Generated from something older. */\n');
    await writeKernel(folder);
    assert.match(readFileSync(file, 'utf8'), /export const kernel = '0061736d/);
  });
  test('imports nothing, allocates nothing, and exports what the host calls', async () => {
    const module = new WebAssembly.Module(await compileKernel(readFileSync('src/inference/kernel/kernel.ts', 'utf8')));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    assert.deepEqual(WebAssembly.Module.exports(module).map(({ name }) => name).sort(), ['bend', 'enlarge', 'memory', 'product', 'round', 'tiles', 'untile']);
  });
  test('a fault in the source is reported with the compiler’s own words', async () => {
    await assert.rejects(compileKernel('export function f(): i32 { return nothing; }'), /does not compile[^]*Cannot find name 'nothing'/);
  });
});
