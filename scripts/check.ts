/**
 * `npm run check`: reports every fault in `content/` at once, and gives advice where there is no fault.
 * Exit codes: 0 no fault, 1 faults, 2 arguments that cannot be followed.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { adviseSite, buildSite, checkSite, reportGithub, reportJson, reportText } from '../src/lib/checks/index.ts';
import { nearest } from '../src/lib/checks/nearest.ts';
import { listFiles, readContent } from '../src/lib/content/source.ts';

const usage = `npm run check [-- [FILE or FOLDER …] [--advice] [--json | --github] [--root DIR]]

  FILE        report only faults in these files or folders of content/
  --advice    all advice, however much there is; otherwise only a little of it is shown, and more is counted
  --json      the report as JSON, advice included
  --github    the report as annotations; the default where GITHUB_ACTIONS is set
  --root DIR  the project to check; the current folder when left out`;

/** So much advice is shown unasked. */
const FEW = 12;

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // A file that cannot be read, for one. Writers get a sentence, not a stack trace.
  process.exitCode = refuse(`the check could not run: ${error instanceof Error ? error.message : String(error)}`);
}

function main(args: string[]): number {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(options);
  if (options.help) return print(`${usage}\n`, 0);

  const root = path.resolve(options.root);
  const present = listFiles(root);
  if (present.length === 0) return refuse(`there is no content folder in ${root}`);
  const files: string[] = [];
  for (const name of options.names) {
    const asked = path.relative(root, path.resolve(root, name)).split(path.sep).join('/');
    const found = present.filter((file) => asked === '' || file === asked || file.startsWith(`${asked}/`));
    if (found.length === 0) {
      const near = nearest(asked, present) ?? nearest(`content/${asked}`, present);
      return refuse(`there is no file ${asked}${near ? `\n    nearest:  ${near}` : ' under content/'}`);
    }
    files.push(...found);
  }

  const source = readContent(root);
  const asked = files.length > 0 ? files : undefined;
  const site = buildSite(source, { files: () => present });
  const faults = checkSite(site, asked);
  const advice = adviseSite(site, source, asked);
  const checked = asked ? new Set(asked).size : source.entries.length;
  const report = { text: reportText, json: reportJson, github: reportGithub }[options.format];
  // Faults come first: whoever has some to mend is told of advice only where it was asked for.
  const wanted = options.advice || options.format === 'json' || faults.length === 0;
  return print(report(faults, checked, { advice: wanted ? advice : [], full: options.advice || advice.length <= FEW }), faults.length === 0 ? 0 : 1);
}

interface Options {
  names: string[];
  format: 'text' | 'json' | 'github';
  root: string;
  advice: boolean;
  help: boolean;
}

/** The options, or a sentence that says why they cannot be followed. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, github: { type: 'boolean' }, root: { type: 'string' }, advice: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.json && values.github) return '--json and --github exclude each other';
    const format = values.json ? 'json' : values.github || process.env['GITHUB_ACTIONS'] ? 'github' : 'text';
    return { names: positionals, format, root: values.root ?? '.', advice: values.advice ?? false, help: values.help ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n\n${usage}\n`);
  return 2;
}
