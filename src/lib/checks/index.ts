/** The checker's door: what the build and the command line need. */
export { reportGithub } from './reporters/github.ts';
export { reportJson, type JsonReport } from './reporters/json.ts';
export { reportText } from './reporters/text.ts';
export { rules, type Rule, type RuleId } from './rules.ts';
export { adviceKinds, type AdviceId } from './advice-kinds.ts';
export { adviseSite } from './advise.ts';
export { checkContent, checkSite, type CheckOptions } from './run.ts';
export { buildSite, type Site } from './site.ts';
export type { Advice, AssetReader, Excerpt, Fault, Place } from './types.ts';
