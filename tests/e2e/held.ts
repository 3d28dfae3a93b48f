/** What a page holds on to: how a test shows that a thousand turns leave nothing behind. */
import type { Page } from './support.ts';

/** What is held after everything that can be let go was let go. */
export interface Held {
  nodes: number;
  listeners: number;
  /** Bytes in use. */
  heap: number;
  workers: number;
}

/** Prepares to weigh a page. What it returns lets go first, then counts. */
export async function scalesFor(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize'), workers: page.workers().length };
  };
}
