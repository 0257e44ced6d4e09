import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const idsOf = (page: Page) => page.locator('[data-results] > li > a.name').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/')[2] ?? ''));

async function ask(page: Page, question: string): Promise<string[]> {
  await page.locator('#que').fill(question);
  await page.locator('#que').press('Enter');
  await page.waitForTimeout(60);
  return idsOf(page);
}

describe('someone asks in everyday words', () => {
  interface Query { readonly q: string; readonly right: readonly string[] }
  const queries = parse(readFileSync('tests/examples/directory/queries.yaml', 'utf8')) as Query[];
  const fits = (id: string, right: readonly string[]) => right.some((each) => (each.endsWith('*') ? id.startsWith(each.slice(0, -1)) : id === each));

  it('nineteen times in twenty the right service stands in the first three, on the built site', async () => {
    const context = await browser.newContext(phone);
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('#que').fill('puno');
    await expect.poll(() => page.locator('[data-results] > li').count()).toBeGreaterThan(3);
    const missed: string[] = [];
    for (const { q, right } of queries) {
      const ids = await ask(page, q);
      if (!ids.slice(0, 3).some((id) => fits(id, right))) missed.push(`${q} → ${ids.slice(0, 3).join(', ')}`);
    }
    expect(missed.length / queries.length, missed.join('\n')).toBeLessThan(0.05);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is told what was understood, and reads it with a screen reader', async () => {
    const context = await browser.newContext(phone);
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('#que').fill('me kitaron mi dni');
    await expect.poll(() => page.locator('[role=status][data-status]').innerText()).toMatch(/Entendimos: Me quitaron el DNI/);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });
});

describe('«Cerca de mí»', () => {
  it('orders from where the phone is, sends nothing and keeps nothing', async () => {
    const context = await browser.newContext({ ...phone, geolocation: { latitude: -3.57, longitude: -80.45 }, permissions: ['geolocation'] });
    const { page, faults, requests } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('[data-near]').click();
    await expect.poll(() => page.locator('[data-results] > li').first().innerText()).toMatch(/Tumbes/);
    for (const request of requests) expect(request).not.toMatch(/3\.57|80\.45/);
    expect(page.url()).toBe(`${site}/ayuda/`);
    expect(await page.evaluate(() => globalThis.localStorage.length + globalThis.sessionStorage.length + document.cookie.length)).toBe(0);
    expect(faults).toEqual([]);
    await page.locator('[data-near]').click();
    await expect.poll(() => page.locator('[data-results] > li').count()).toBe(0);
    await context.close();
  });

  it('says what to do when the phone refuses', async () => {
    const context = await browser.newContext(phone);
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/`);
    await page.locator('[data-near]').click();
    await expect.poll(() => page.locator('[data-status]').innerText(), { timeout: 25_000 }).toMatch(/Escribe tu ciudad/);
    await context.close();
  });
});

describe('the pages around the search', () => {
  it.each(['/ayuda/', '/ayuda/mapa/', '/ayuda/como-pedir-ayuda/', '/datos/', '/ayuda/linea-1818/', '/ayuda/hrt-puno/', '/ayuda/cem-lima-jesus-maria/', '/ayuda/region/tumbes/'])('%s has no barrier and no side scroll at 320 px', async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}${path}`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the map leads to a region by keyboard', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/mapa/`);
    await page.locator('svg a[aria-label="Puno"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}/ayuda/region/puno/`);
    await context.close();
  });

  it('a service is copied as a text to send, and the text stands there without JavaScript', async () => {
    const context = await browser.newContext({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/linea-100/`);
    await page.locator('details').filter({ hasText: 'Para mandar por mensaje' }).locator('summary').click();
    await page.locator('copy-text button:visible').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/Línea 100[\s\S]*100/);
    expect(copied).not.toMatch(/http|Sin Trampa/);
    await context.close();
    const bare = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${site}/ayuda/linea-100/`);
    expect(await plain.locator('copy-text .text').first().textContent()).toMatch(/Línea 100/);
    await bare.close();
  });

  it('a shelter shows whom to call and no place', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/ayuda/hrt-puno/`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/100/);
    expect(text).not.toMatch(/Dirección|Jr\.|Av\./);
    await context.close();
  });
});
