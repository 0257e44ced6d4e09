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
  const fits = (id: string, right: readonly string[]) => right.some((each) => (each.endsWith('*') ? id.startsWith(each.slice(0, -1)) : id === each));

  it.each([
    ['queries', 0.05],
    ['strangers', 0.1],
    ['fresh', 0.1],
  ] as const)('of %s.yaml, typed by hand on the built site, no more than %d go without the right service in the first three', async (file, share) => {
    const queries = parse(readFileSync(`tests/examples/directory/${file}.yaml`, 'utf8')) as Query[];
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
    expect(missed.length / queries.length, missed.join('\n')).toBeLessThanOrEqual(share);
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
  it.each(['/ayuda/', '/ayuda/mapa/', '/ayuda/como-pedir-ayuda/', '/datos/', '/ayuda/linea-1818/', '/ayuda/hrt-puno/', '/ayuda/cem-lima-jesus-maria/', '/ayuda/region/tumbes/', '/ayuda/imprimir/tumbes/', '/ayuda/imprimir/exterior/'])('%s has no barrier and no side scroll at 320 px', async (path) => {
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

  it('on a phone every region has a place of 44 pixels to press: on the map, or in the list of the same page', async () => {
    const context = await browser.newContext(phone);
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/mapa/`);
    const small = await page.locator('nav[aria-labelledby=lista] a').evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.textContent));
    expect(small).toEqual([]);
    // Callao is three pixels wide; a finger presses beside its name.
    const { x, y, width, height } = (await page.locator('svg a[aria-label="Callao"] rect').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await page.mouse.click(x + width / 4, y + height / 2);
    await page.waitForURL(`${site}/ayuda/region/callao/`);
    await context.close();
  });

  it('paper takes one thing at a time: a list, strips, or cards, chosen without a script', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const { page } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/imprimir/tumbes/`);
    const shown = () => page.locator('[data-sheet]:visible').evaluateAll((sheets) => sheets.map((sheet) => (sheet as HTMLElement).dataset['sheet']));
    expect(await shown()).toEqual(['lista']);
    await page.getByRole('radio', { name: 'Tarjeta para la billetera' }).check();
    expect(await shown()).toEqual(['tarjeta']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card:visible').count()).toBe(8);
    expect(await page.locator('header:visible, footer:visible').count()).toBe(0);
    await context.close();
  });

  it('a service goes into the contacts under its name, or under one that says nothing', async () => {
    const context = await browser.newContext({ ...phone, acceptDownloads: true });
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/ayuda/linea-100/`);
    await page.locator('details').filter({ hasText: 'Guardar en mis contactos' }).locator('summary').click();
    for (const [link, name, hidden] of [['Con su nombre', 'Línea 100', false], ['Como «Información»', 'Información', true]] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const text = readFileSync(await (await waiting).path(), 'utf8');
      expect(text).toContain(`FN:${name}`);
      expect(text).toContain('TEL;TYPE=VOICE:100');
      expect(/Línea 100|violencia|Sin Trampa/.test(text)).toBe(!hidden);
    }
    expect(faults).toEqual([]);
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
