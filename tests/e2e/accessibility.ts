/** An audit of the page as it stands, as sentences. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rules left out:
 * - `region`: the skip link stands before every landmark, as it has to.
 */
const EXEMPT = ['region'];

/** Violations of WCAG 2.2 AA and of good practice: `rule: where (why)`. */
export async function audit(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).disableRules(EXEMPT).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map(({ target }) => `${id}: ${target.join(' ')} (${help})`));
}
