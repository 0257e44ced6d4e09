import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FIRST = '[data-instant] a';
const TEXTS = '[data-results] a';

describe('the search', () => {
  it('answers at once from titles and places, joins the full texts below, and leaves the query out of the address', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, faults, requests } = await watchedPage(context, site);
    await page.goto(`${site}/buscar/`, { waitUntil: 'networkidle' });
    expect(requests.some((url) => url.includes('pagefind'))).toBe(false);
    const box = page.locator('input[type=search]');
    await box.fill('padrinazgo');
    await expect.poll(() => page.locator(FIRST).first().getAttribute('href')).toBe('/articulos/padrinazgo/');
    await expect.poll(() => page.locator(TEXTS).count()).toBeGreaterThan(0);
    const both = await page.locator(`${FIRST}, ${TEXTS}`).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(both).toEqual([...new Set(both)]);
    await box.fill('tumbez');
    await expect.poll(() => page.locator(FIRST).first().getAttribute('href')).toBe('/ayuda/region/tumbes/');
    await box.fill('CEM Tumbes');
    await expect.poll(() => page.locator(FIRST).first().innerText()).toMatch(/^CEM .*Tumbes/);
    await expect.poll(() => page.locator('[data-status]').innerText()).toMatch(/resultado/);
    expect(page.url()).toBe(`${site}/buscar/`);
    expect(requests.filter((url) => /tumb|padrinazgo/i.test(url))).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('moves nothing that stands when the full texts come, and the keyboard goes from the box to the first answer', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/pagefind/pagefind.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').pressSequentially('trata');
    await page.locator(FIRST).first().waitFor();
    const places = () => page.locator(FIRST).evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.getBoundingClientRect().top + scrollY]));
    const before = await places();
    letThrough();
    await page.locator(TEXTS).first().waitFor();
    // Places may have joined below meanwhile; what stood before stands where it stood.
    expect((await places()).slice(0, before.length)).toEqual(before);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(before[0]?.[0]);
    await context.close();
  });

  it('still answers when the full texts can’t be had, and says what is missing', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('tumbes');
    await page.locator(FIRST).first().waitFor();
    await expect.poll(() => page.locator('[data-status]').innerText()).toContain('no pudimos buscar dentro de los textos');
    expect(await page.locator(FIRST).count()).toBeGreaterThan(2);
    await context.close();
  });

  it('answers from the page itself while places are on their way, then puts them below what stands', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/indice.json', async (route) => {
      await held;
      await route.continue();
    });
    const shown = (): Promise<(string | null)[]> => page.locator(FIRST).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('tumbez');
    await expect.poll(async () => (await shown())[0]).toBe('/ayuda/region/tumbes/');
    const early = await shown();
    expect(early.filter((path) => path?.startsWith('/ayuda/cem-'))).toEqual([]);
    letThrough();
    await expect.poll(async () => (await shown()).some((path) => path?.startsWith('/ayuda/cem-tumbes'))).toBe(true);
    expect((await shown()).slice(0, early.length)).toEqual(early);
    await context.close();
  });

  it('says so when only what the page brought can be searched', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(/pagefind|indice\.json/, (route) => route.abort());
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('me quitaron el dni');
    await expect.poll(() => page.locator('[data-status]').innerText()).toContain('lo que dicen los títulos');
    expect(await page.locator(FIRST).count()).toBeGreaterThan(0);
    await context.close();
  });

  it('leads on when nothing can be had: a sentence and the plain list; without script the list alone', async () => {
    const cut = await browser.newContext();
    const page = await cut.newPage();
    await page.route(/pagefind|indice\.json/, (route) => route.abort());
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('zzqqxx');
    await expect.poll(() => page.locator('[data-status]').innerText()).toContain('no cargó');
    expect(await page.locator('[data-elsewhere] a').first().isVisible()).toBe(true);
    await cut.close();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site}/buscar/`);
    expect(await still.locator('[data-elsewhere] a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain('/ayuda/');
    expect(await still.locator('main').innerText()).toContain('necesita JavaScript');
    await plain.close();
  });

  it('says in words when there is nothing, and HTML in a query stays text', async () => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('<img src=x onerror=alert(1)> zzzqqqxxx');
    await expect.poll(() => page.locator('[data-status]').innerText(), { timeout: 15_000 }).toMatch(/No encontramos nada con «<img/);
    expect(await page.locator('[data-elsewhere] a').first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });
});
