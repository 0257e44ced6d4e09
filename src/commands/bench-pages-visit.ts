import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** One cold visit to a page, and a second one. Times in ms from the navigation, sizes in bytes on the line, headers included. */
export interface Visit {
  /** What had to come before the first paint. */
  readonly read: number;
  readonly all: number;
  readonly paint: number;
  readonly largest: number;
  readonly shift: number;
  /** Total blocking time: what each long task takes above 50 ms. */
  readonly blocked: number;
  readonly script: number;
  /** The second visit, with what the first left in the cache; and what of it is not an answer of «not changed». */
  readonly again: number;
  readonly body: number;
}

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 150_000 / 8 } as const;
const SLOWER = 6;
/** How long a page must be quiet before it counts as loaded. */
const QUIET = 700;

/** Puts a page of a fresh context behind the slow line and on the slow phone. */
export async function slowPage(context: BrowserContext): Promise<{ page: Page; session: CDPSession }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const kept = { shift: 0, largest: 0, tasks: [] as number[] };
    (globalThis as unknown as { kept: typeof kept }).kept = kept;
    const watch = (type: string, seen: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
    watch('layout-shift', ({ value = 0, hadRecentInput }) => void (kept.shift += hadRecentInput === true ? 0 : value));
    watch('largest-contentful-paint', ({ startTime }) => void (kept.largest = startTime));
    watch('longtask', ({ duration }) => void kept.tasks.push(duration));
  });
  return { page, session };
}

interface Answer {
  readonly type: string;
  readonly url: string;
  status: number;
  bytes: number;
}

/** Writes down every answer: its type, its status and its bytes on the line. */
function listen(session: CDPSession): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  const notChanged = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => void answers.set(requestId, { type, url: response.url, status: notChanged.has(requestId) ? 304 : response.status, bytes: 0 }));
  // Says 304 where the page is told 200; comes before the answer or after it.
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (statusCode !== 304) return;
    notChanged.add(requestId);
    const answer = answers.get(requestId);
    if (answer !== undefined) answer.status = 304;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer !== undefined) answer.bytes = encodedDataLength;
  });
  return answers;
}

async function settled(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load', timeout: 90_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(QUIET);
}

export async function measure(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  try {
    const { page, session } = await slowPage(context);
    const answers = listen(session);
    await settled(page, url);
    const seen = await page.evaluate(() => {
      const { kept } = globalThis as unknown as { kept: { shift: number; largest: number; tasks: number[] } };
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
      const blocking = (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[]).filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name);
      return { paint, largest: kept.largest, shift: kept.shift, blocked: kept.tasks.reduce((sum, each) => sum + Math.max(0, each - 50), 0), blocking };
    });
    const sum = (belongs: (answer: Answer) => boolean): number => [...answers.values()].filter(belongs).reduce((total, { bytes }) => total + bytes, 0);
    const first = { read: sum(({ type, url: each }) => type === 'Document' || seen.blocking.includes(each)), all: sum(() => true), script: sum(({ type }) => type === 'Script') };
    answers.clear();
    await page.goto('about:blank');
    answers.clear();
    await settled(page, url);
    const again = sum(() => true);
    const body = sum(({ status }) => status !== 304);
    return { ...first, paint: seen.paint, largest: seen.largest, shift: seen.shift, blocked: seen.blocked, again, body };
  } finally {
    await context.close();
  }
}
