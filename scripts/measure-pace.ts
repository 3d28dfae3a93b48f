/**
 * Measures what the demonstration “pace” says of its model: takes of several prompts at seven step counts, drawn and compared. About a minute.
 * Usage: node scripts/measure-pace.ts, whenever the prior or the decoder is another.
 */
import { existsSync, writeFileSync } from 'node:fs';

const file = 'src/demos/pace/census.json';
if (!existsSync(file)) writeFileSync(file, '{ "prior": "", "decoder": "", "prompts": [] }\n');
const { measureAll } = await import('../src/demos/pace/census.ts');
const { prompts, ...of } = await measureAll((done, all) => {
  if (done % 10 === 0) console.log(`${done} of ${all}`);
});
const rows = prompts.map(({ ask, takes }) => `    { "ask": ${JSON.stringify(ask)}, "takes": [\n${takes.map((take) => `      ${JSON.stringify(take)}`).join(',\n')}\n    ] }`);
writeFileSync(file, `{\n  "prior": "${of.prior}",\n  "decoder": "${of.decoder}",\n  "prompts": [\n${rows.join(',\n')}\n  ]\n}\n`);
console.log(`written to ${file}`);
