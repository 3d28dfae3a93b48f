/** Which demonstrations show a term, and in which state. */
import { demoPath, demos, type DemoId } from './registry.ts';

/** What is said of a demonstration where it is named. */
export interface NamedDemo {
  id: DemoId;
  title: string;
  /** Parts of the title in the two voices. */
  inks?: { technical?: string; creative?: string };
  /** Glossary terms it lets a reader handle. */
  terms: readonly string[];
}

/** A demonstration that shows a term, and where: below the site's base, with the state that shows it. */
export interface Showing {
  demo: NamedDemo;
  path: string;
}

/**
 * The demonstrations that show a term: those that name it, in the order given, and first the one the entry itself names.
 * @param state the entry's `demo`: the id of a demonstration and, after `#`, what its permalink has there
 */
export function demosShowing(all: readonly NamedDemo[], term: string, state?: string): Showing[] {
  const [wanted, hash] = state?.split('#', 2) ?? [];
  const showings = all.flatMap((demo): Showing[] => {
    const own = demo.id === wanted;
    return own || demo.terms.includes(term) ? [{ demo, path: demoPath(demo.id) + (own && hash ? `#${hash}` : '') }] : [];
  });
  return showings.sort((a, b) => Number(b.demo.id === wanted) - Number(a.demo.id === wanted));
}

/** Whether a text is the id of a demonstration, with or without a state after `#`. */
export function isDemoState(text: string): boolean {
  const [id, hash] = text.split('#', 2);
  return demos.some((demo) => demo.id === id) && hash !== '';
}
