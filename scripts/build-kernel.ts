/** `node scripts/build-kernel.ts`: makes the engine's WebAssembly kernel, for what runs without a build of the site, as the unit tests do. */
import { fileURLToPath } from 'node:url';
import { writeKernel } from '../src/inference/build-kernel.ts';

await writeKernel(fileURLToPath(new URL('../.generated/inference/', import.meta.url)));
