import type { Browser } from 'playwright-core';
import { slowPage } from './bench-pages-visit.ts';

/** A quick thumb. */
const BETWEEN_KEYS = 120;

/**
 * Types into the search of a cold page as soon as its box can be reached, and waits, in ms from the first key:
 * `first` for a result to stand, `joined` for the full texts.
 */
export async function searchWait(browser: Browser, url: string, question: string): Promise<{ first: number; joined: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const { page } = await slowPage(context);
    await page.goto(url, { waitUntil: 'commit', timeout: 90_000 });
    await page.locator('input[type=search]').waitFor();
    await page.evaluate(() => {
      const marks = { key: 0, first: 0, joined: 0 };
      (globalThis as unknown as { marks: typeof marks }).marks = marks;
      document.addEventListener('keydown', ({ timeStamp }) => void (marks.key ||= timeStamp), true);
      new MutationObserver(() => {
        if (document.querySelector('[data-instant] li, [data-results] li') !== null) marks.first ||= performance.now();
        if (document.querySelector('[data-results] li') !== null) marks.joined ||= performance.now();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.locator('input[type=search]').pressSequentially(question, { delay: BETWEEN_KEYS });
    await page.waitForFunction(() => (globalThis as unknown as { marks: { joined: number } }).marks.joined > 0, undefined, { timeout: 60_000 });
    return await page.evaluate(() => {
      const { marks } = globalThis as unknown as { marks: { key: number; first: number; joined: number } };
      return { first: marks.first - marks.key, joined: marks.joined - marks.key };
    });
  } finally {
    await context.close();
  }
}
