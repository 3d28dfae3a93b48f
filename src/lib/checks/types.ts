/** The words the checker thinks in: a fault, a rule, and what rules may ask about files. */
import type { Point } from 'unist';
import type { AdviceId } from './advice-kinds.ts';
import type { RuleId } from './rules.ts';

/** One thing that is wrong, said once, with everything a writer needs to put it right. */
export type Fault = Finding<RuleId>;

/** One thing that could be better, and nobody has to. */
export type Advice = Finding<AdviceId>;

/** Something to tell a writer, and where. */
export interface Finding<Id extends string> {
  /** Id in the table of rules, or of advice. */
  rule: Id;
  /** File, from the project root, with `/`. */
  path: string;
  /** Line in the file, from 1. */
  line: number;
  /** Column in the line, from 1, in UTF-16 units; a byte order mark is not counted. */
  column: number;
  /** What is wrong, or could be better, in one sentence without a full stop. */
  message: string;
  /** What would have been right. */
  expected?: string;
  /** The nearest valid value, where one is close enough to be meant. */
  nearest?: string;
  /** What to write or to run. */
  fix?: string;
  /** The source around the place. */
  excerpt?: Excerpt;
}

/** Part of a source line and the place in it that a caret points at. */
export interface Excerpt {
  /** At most about 100 characters; cut ends are marked with `…`. */
  text: string;
  /** Offset in `text`, from 0. */
  caret: number;
}

/** A place in a file: line and column from 1. */
export type Place = Pick<Point, 'line' | 'column'>;

/** What the checker asks about files that are not entries: whether they are there. */
export interface AssetReader {
  /** Every file under the content folder, as paths from the project root with `/`, sorted. */
  files(): readonly string[];
}

/** What a fault says, apart from where it is. */
export type Saying = Pick<Fault, 'message' | 'expected' | 'nearest' | 'fix'>;
