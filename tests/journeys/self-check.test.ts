import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ids = ['enganche', 'viaje', 'trabajando'];

describe.each(ids)('someone goes through the self-check «%s» by keyboard alone', (id) => {
  it('answers every question, gets feedback each time, and ends with topics, questions and people', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, faults, requests } = await watchedPage(context, site);
    await page.goto(`${site}/test/${id}/`, { waitUntil: 'networkidle' });
    const address = page.url();
    const loaded = requests.length;
    const items = await page.locator('[data-item]').count();
    expect(items).toBeGreaterThanOrEqual(8);
    expect(items).toBeLessThanOrEqual(11);
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

  it('reads every answer without JavaScript, on the screen and on paper', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/test/${id}/`);
    const answers = page.locator('[data-item] details');
    expect(await answers.count()).toBe((await page.locator('[data-item]').count()) * 3);
    const first = answers.first();
    const step = first.locator('[data-step]');
    expect(await step.isVisible()).toBe(false);
    await first.locator('summary').click();
    expect(await step.isVisible()).toBe(true);
    expect((await first.innerText()).length).toBeGreaterThan(60);
    expect(await page.locator('[data-end] a[href="tel:105"]').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const printed = await answers.evaluateAll((all) => all.filter((each) => each.querySelector('[data-step]')?.checkVisibility({ contentVisibilityAuto: true }) === true).length);
    expect(printed).toBe(await answers.count());
    await context.close();
  });
});

describe('someone who already works and whose screen may be seen', () => {
  const path = '/test/trabajando/';

  it('reads first how to leave and what stays, and the tab says nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(site + path);
    const intro = await page.locator('[data-first] p').first().innerText();
    expect(intro).toMatch(/^¿Alguien se acerca\? Toca «Salir rápido», arriba/);
    expect(intro).toContain('no se guardan ni se envían');
    expect(intro).toContain('El historial del celular sí dice que entraste');
    expect(await page.title()).toBe('Preguntas de trabajo');
    await page.close();
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('meets nothing that shuts her out, %s and %i px wide, from the first card to the last', async (colorScheme, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    await page.goto(site + path, { waitUntil: 'networkidle' });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await axeViolations(page)).toEqual([]);
    for (let item = 0; item < (await page.locator('[data-item]').count()); item += 1) {
      await page.locator('[data-item]:not([hidden]) [data-say=si]').click();
      expect(await fits()).toBeLessThanOrEqual(0);
      if (item % 4 === 0) expect(await axeViolations(page)).toEqual([]);
      await page.locator('[data-move=next]:visible, [data-move=finish]:visible').click();
    }
    expect(await axeViolations(page)).toEqual([]);
    expect(await fits()).toBeLessThanOrEqual(0);
    await page.close();
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
