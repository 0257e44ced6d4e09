import type { Page } from 'playwright-core';

/** A page whose scripts come only when they are told to, as on a slow line: all is painted before. */
export interface LateScripts {
  /** Opens a page and waits until all that needs no script is painted. */
  readonly open: (address: string) => Promise<void>;
  /** Lets the scripts come, and waits until the line is quiet. */
  readonly come: () => Promise<void>;
  /** How far things moved since the scripts came: Chromium's layout shift. What the page's parts did on the way is not the scripts'. */
  readonly moved: () => Promise<number>;
}

const painted = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Makes a page's scripts come late. To be called before anything is opened in it. */
export async function lateScripts(page: Page): Promise<LateScripts> {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shift: () => shift, fromHere: () => (shift = 0) });
  });
  const ask = (what: 'shift' | 'fromHere'): Promise<number> => page.evaluate((name) => (window as unknown as Record<string, () => number>)[name]?.() ?? Number.NaN, what);
  let come = (): void => undefined;
  const line = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await line;
    await route.continue();
  });
  return {
    async open(address) {
      await page.goto(address, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState !== 'loading');
      await painted(page);
      await ask('fromHere');
    },
    async come() {
      come();
      await page.waitForLoadState('networkidle');
    },
    async moved() {
      await painted(page);
      return ask('shift');
    },
  };
}
