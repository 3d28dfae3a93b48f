/**
 * Measures what the demonstration “attention” says of its model: prompts taken apart, word by word, over many takes. About two minutes.
 * Usage: node scripts/measure-attention.ts, whenever the prior or the decoder is another.
 */
import { existsSync, writeFileSync } from 'node:fs';

const file = 'src/demos/attention/census.json';
if (!existsSync(file)) writeFileSync(file, '{ "prior": "", "decoder": "", "rows": [] }\n');
const { digests, PROMPTS, takeApart, TAKES, tell } = await import('../src/demos/attention/census.ts');
const rows = [];
for (const ask of PROMPTS) {
  for (let seed = 1; seed <= TAKES; seed++) rows.push(...(await takeApart(ask, seed)));
  console.log(ask.join(' '));
}
const { prior, decoder } = await digests();
writeFileSync(file, `{\n  "prior": "${prior}",\n  "decoder": "${decoder}",\n  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`);
console.log(tell({ rows }));
