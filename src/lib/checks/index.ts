/** The checker's door: what the build and the command line need. */
export { reportGithub } from './reporters/github.ts';
export { reportJson, type JsonReport } from './reporters/json.ts';
export { reportText } from './reporters/text.ts';
export { rules, type Rule, type RuleId } from './rules.ts';
export { checkContent, type CheckOptions } from './run.ts';
export type { AssetReader, Excerpt, Fault, Place } from './types.ts';
