/**
 * Parses prose for checking. The MDX parser stops at the first fault; a writer should get all of them at once.
 * So each place that does not parse is explained, covered with a harmless character of the same width, and the
 * prose is parsed again. Positions stay true, and the other rules still see the rest of the text.
 */
import type { Root } from 'mdast';
import { parseProse } from '../../markdown/parse.ts';
import { explain, type Trouble } from './mdx-reasons.ts';
import type { Saying } from './types.ts';

/** A syntax fault and its offset in the body. */
export type ProseFault = Saying & { offset: number };

/** What parsing prose gave. */
export interface ProseFindings {
  /** The tree, with what did not parse covered; `undefined` when no tree could be had. */
  tree: Root | undefined;
  /** Syntax faults in the order found. */
  faults: ProseFault[];
  /** Whether tags did not match, so that the nesting of the tree cannot be trusted. */
  unbalanced: boolean;
}

/** More faults than this in one file are no longer read one by one. */
const MOST = 25;
/** Stands for a covered `<` or `{`: text to MDX, and one UTF-16 unit wide. */
const COVER = '\u2039';

/** Parses an MDX body and collects its syntax faults. Never throws for malformed prose. */
export function parseForChecks(body: string): ProseFindings {
  const faults: ProseFault[] = [];
  let unbalanced = false;
  let text = body;
  for (let round = 0; round < MOST; round++) {
    try {
      return { tree: parseProse(text), faults, unbalanced };
    } catch (error) {
      const trouble = explain(asTrouble(error), text);
      // After one mismatched tag the next mismatches are its echo.
      if (!(trouble.mismatch && unbalanced)) faults.push({ offset: trouble.offset, ...trouble.saying });
      unbalanced ||= trouble.unbalances;
      const covered = trouble.cover.reduce(coverAt, text);
      if (covered === text) break;
      text = covered;
    }
  }
  return { tree: undefined, faults, unbalanced };
}

function coverAt(text: string, offset: number): string {
  return offset < 0 || offset >= text.length ? text : text.slice(0, offset) + COVER + text.slice(offset + 1);
}

function asTrouble(error: unknown): Trouble {
  if (!(error instanceof Error) || !('reason' in error)) throw error;
  const message = error as Error & { reason: string; ruleId?: string; source?: string; line?: number; column?: number };
  return {
    reason: message.reason,
    id: message.ruleId ?? '',
    from: message.source ?? '',
    point: message.line === undefined || message.column === undefined ? undefined : { line: message.line, column: message.column },
  };
}
