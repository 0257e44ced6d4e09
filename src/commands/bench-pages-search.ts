import type { Browser } from 'playwright-core';
import { slowPage } from './bench-pages-visit.ts';

/** A quick thumb. */
const BETWEEN_KEYS = 120;
/** How long a reader waits before pressing again what has not opened. */
const PRESS_AGAIN = 500;

/** How a site is searched; selectors. */
export interface SearchBox {
  /** What opens the field, where it does not stand in the page. */
  readonly open?: string;
  readonly field: string;
  /** A result. */
  readonly first: string;
  /** A result out of the full texts, where a quicker layer answers first. */
  readonly joined?: string;
  /** The answer comes from a server, as a new page after Enter. */
  readonly sent?: boolean;
}

/** In ms from the first key, `whole` from the opening of the page. */
export interface SearchWait {
  readonly first: number;
  readonly joined: number;
  readonly whole: number;
}

export const OUR_BOX: SearchBox = { field: 'input[type=search]', first: '[data-instant] li, [data-results] li', joined: '[data-results] li' };

interface Marks {
  /** When the page was opened, and what happened then; ms since 1970. */
  readonly opened: number;
  key: number;
  first: number;
  joined: number;
}
type Marked = typeof globalThis & { marks: Marks };

/**
 * Types into the search of a cold page as soon as its field can be reached (the dialog opened, where it hides in one),
 * and waits for a result to stand, and for the full texts. Throws, with the address, after two minutes without one.
 */
export async function searchWait(browser: Browser, url: string, question: string, box: SearchBox = OUR_BOX): Promise<SearchWait> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const { page } = await slowPage(context);
    await page.addInitScript(({ first, joined = first, sent = false }: SearchBox) => {
      const marks: Marks = { opened: performance.timeOrigin, key: 0, first: 0, joined: 0 };
      (globalThis as Marked).marks = marks;
      const now = (): number => performance.timeOrigin + performance.now();
      document.addEventListener('keydown', ({ timeStamp }) => void (marks.key ||= performance.timeOrigin + timeStamp), true);
      new MutationObserver(() => {
        if (marks.key === 0 && !sent) return;
        if (document.querySelector(first) !== null) marks.first ||= now();
        if (document.querySelector(joined) !== null) marks.joined ||= now();
      }).observe(document, { childList: true, subtree: true });
    }, box);
    await page.goto(url, { waitUntil: 'commit', timeout: 90_000 });
    const field = page.locator(box.field);
    const shown = (): Promise<boolean> => field.waitFor({ timeout: PRESS_AGAIN }).then(() => true, () => false);
    for (let tries = 0; box.open !== undefined && tries < 60 && !(await shown()); tries += 1) await page.locator(box.open).first().click({ timeout: PRESS_AGAIN }).catch(() => undefined);
    await field.waitFor();
    await field.pressSequentially(question, { delay: BETWEEN_KEYS });
    const typed = await page.evaluate(() => (globalThis as Marked).marks);
    if (box.sent === true) await field.press('Enter', { noWaitAfter: true });
    await page.waitForFunction((sent) => (globalThis as Marked).marks.joined > 0 && (!sent || performance.getEntriesByName('first-contentful-paint').length > 0), box.sent === true, { timeout: 120_000 }).catch((error: unknown) => {
      throw new Error(`${url}: no result for «${question}» within two minutes.`, { cause: error });
    });
    const { first, joined } = await page.evaluate((sent) => {
      const { marks } = globalThis as Marked;
      // A page that was sent holds its results before they are painted.
      const painted = sent ? performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0) : 0;
      return { first: Math.max(marks.first, painted), joined: Math.max(marks.joined, painted) };
    }, box.sent === true);
    return { first: first - typed.key, joined: joined - typed.key, whole: first - typed.opened };
  } finally {
    await context.close();
  }
}
