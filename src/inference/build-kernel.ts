/** Compiles the WebAssembly kernel and writes it, as a module, where the engine imports it from. Runs at build time only. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('./kernel/kernel.ts', import.meta.url));
const OPTIONS = ['--runtime', 'stub', '--noAssert', '-O3', '--shrinkLevel', '2', '--converge', '--enable', 'simd', '--initialMemory', '1', '--memoryBase', '16'];

/**
 * Writes `kernel.ts` into a folder, unless what is there was made from the same source. It holds the module's bytes as text:
 * so small a file is there sooner inside the script that uses it than by a request of its own, and it has no address that
 * could be wrong under a sub-path. Hexadecimal, because Brotli packs it tighter than base64: bytes stay where they were.
 * @param directory absolute folder of generated files
 */
export async function writeKernel(directory: string): Promise<void> {
  const text = readFileSync(source, 'utf8');
  const stamp = createHash('sha256').update(JSON.stringify([text, OPTIONS, 'hex', compilerVersion()])).digest('hex').slice(0, 16);
  const file = path.join(directory, 'kernel.ts');
  const head = `/** Generated from src/inference/kernel/kernel.ts (${stamp}). */\n`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(head)) return;
  const bytes = await compileKernel(text);
  mkdirSync(directory, { recursive: true });
  // Two builds may do this at once; a rename is never seen half done.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${head}export const kernel = '${Buffer.from(bytes).toString('hex')}';\n`);
  renameSync(draft, file);
}

/** The WebAssembly module of an AssemblyScript source. Throws with the compiler's own report. */
export async function compileKernel(text: string): Promise<Uint8Array<ArrayBuffer>> {
  // It takes a second to load; most builds find the module made.
  const { default: asc } = await import('assemblyscript/asc');
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'kernel.ts' ? text : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm' && typeof contents !== 'string') bytes = new Uint8Array(contents);
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`the kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  return bytes;
}

function compilerVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('assemblyscript/package.json')), 'utf8'));
  return manifest.version;
}
