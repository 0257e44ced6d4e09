import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';
import { lateScripts } from './support/late-scripts.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('someone looks for help near them', () => {
  it.each([
    ['tumbez', /Tumbes/],
    ['cuzco', /Cusco/],
    ['ucallali', /Ucayali/],
    ['cem juliaca', /Juliaca/],
  ])('types «%s» and the right place comes first', async (query, place) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('input[type=search]').pressSequentially(query);
    await expect.poll(() => page.locator('[data-results] > li').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.locator('[data-results] > li').first().innerText()).toMatch(place);
    expect(page.url()).toBe(`${site}/ayuda/`);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has typed before the tool was awake, on a slow line, and is answered all the same', async () => {
    const page = await browser.newPage();
    const scripts = await lateScripts(page);
    await scripts.open(`${site}/ayuda/`);
    await page.locator('input[type=search]').fill('juliaca');
    await scripts.come();
    await expect.poll(() => page.locator('[data-results] > li').first().innerText(), { timeout: 15_000 }).toMatch(/Juliaca/);
    await page.close();
  });

  it('filters by region, by kind of help and by who it serves', async () => {
    const context = await browser.newContext();
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('input[type=search]').focus();
    await page.locator('directory-search details summary').click();
    await page.locator('#region').selectOption('puno');
    await expect.poll(() => page.locator('[data-results] > li').count(), { timeout: 15_000 }).toBeGreaterThan(3);
    const all = await page.locator('[data-status]').innerText();
    await page.locator('#ayuda').selectOption('prosecutor');
    await expect.poll(() => page.locator('[data-status]').innerText()).not.toBe(all);
    for (const row of await page.locator('[data-results] > li').allInnerTexts()) expect(row).toMatch(/Fiscal|Puno|UDAVIT|FISTRAP/i);
    await context.close();
  });

  it.each(['x'.repeat(10_000), '<img src=x onerror=alert(1)>', '🙏🙏🙏', '   '])('a strange query does no harm', async (query) => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('input[type=search]').fill(query);
    await page.waitForTimeout(500);
    expect(await page.locator('[data-results] img').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works with JavaScript off: national lines, regions, services, numbers to press', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/ayuda/`);
    expect(await page.locator('a[href="tel:1818"]').count()).toBeGreaterThan(0);
    await page.locator('main a[href="/ayuda/region/tumbes/"]').first().click();
    expect(await page.locator('h1').innerText()).toMatch(/Tumbes/);
    await page.locator('main a[href^="/ayuda/cem-tumbes"]').first().click();
    expect(await page.locator('main').innerText()).toMatch(/confirma/i);
    expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('says of every row how sure it is, and that nobody has called yet', async () => {
    const context = await browser.newContext();
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/cem-amazonas-comisaria-bagua/`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/directorio del MIMP/);
    expect(text).toMatch(/agosto de 2026/);
    expect(text).toMatch(/confirma/i);
    await context.close();
  });
});
