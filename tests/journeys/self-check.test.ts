import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['enganche', 'viaje'])('someone goes through the self-check «%s» by keyboard alone', (id) => {
  it('answers every question, gets feedback each time, and ends with topics, questions and people', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, faults, requests } = await watchedPage(context, site);
    await page.goto(`${site}/test/${id}/`, { waitUntil: 'networkidle' });
    const address = page.url();
    const loaded = requests.length;
    const items = await page.locator('[data-item]').count();
    expect(items).toBeGreaterThanOrEqual(8);
    expect(items).toBeLessThanOrEqual(12);
    const answers = ['si', 'no', 'no-se', 'saltar'];
    for (let item = 0; item < items; item += 1) {
      const card = page.locator('[data-item]:not([hidden])');
      expect(await card.count()).toBe(1);
      await pressOn(page, `[data-item]:not([hidden]) [data-say="${answers[item % 4]}"]`);
      if (item === 0) expect(await axeViolations(page)).toEqual([]);
      // «Saltar» goes on by itself.
      if (answers[item % 4] === 'saltar') continue;
      const next = page.locator('[data-move="next"]:visible, [data-move="finish"]:visible');
      if ((await next.count()) > 0) await pressOn(page, '[data-move="next"]:visible, [data-move="finish"]:visible');
    }
    await expect.poll(() => page.locator('[data-list="met"]').isVisible()).toBe(true);
    const end = await page.locator('main').innerText();
    expect(end).not.toMatch(/\beres\b.*víctima|puntaje de|riesgo alto|\d+ ?%/i);
    expect(await page.locator('[data-list="whom"] a[href^="tel:"]').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-list="met"] li').count()).toBeGreaterThan(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(page.url()).toBe(address);
    expect(requests.length).toBe(loaded);
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])).toEqual([0, 0, '', 0]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads whole without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/test/${id}/`);
    const first = page.locator('[data-item] details').first();
    await first.locator('summary').click();
    expect((await first.innerText()).length).toBeGreaterThan(60);
    await context.close();
  });
});

/** Tabs to an element as a keyboard user would, then presses Enter or Space. Fails when Tab never gets there. */
async function pressOn(page: import('playwright-core').Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    const there = await page.locator(selector).first().evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
    if (there) {
      const radio = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type === 'radio');
      await page.keyboard.press(radio ? 'Space' : 'Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${selector}`);
}
