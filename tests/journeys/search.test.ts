import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('someone searches the whole site', () => {
  it('loads the index only when the field is reached, finds articles and services, and leaves the query out of the address', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, faults, requests } = await watchedPage(context, site);
    await page.goto(`${site}/buscar/`, { waitUntil: 'networkidle' });
    expect(requests.some((url) => url.includes('pagefind'))).toBe(false);
    await page.locator('input[type=search]').fill('padrinazgo');
    await expect.poll(() => page.locator('[data-results] a').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    const found = await page.locator('[data-results] a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(found).toContain('/articulos/padrinazgo/');
    await page.locator('input[type=search]').fill('CEM Tumbes');
    await expect.poll(() => page.locator('[data-results]').innerText(), { timeout: 15_000 }).toMatch(/Tumbes/);
    expect(await page.locator('[data-status]').innerText()).toMatch(/resultado/);
    expect(page.url()).toBe(`${site}/buscar/`);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says in words when there is nothing, and HTML in a query stays text', async () => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}/buscar/`);
    await page.locator('input[type=search]').fill('<img src=x onerror=alert(1)> zzzqqqxxx');
    await expect.poll(() => page.locator('[data-status]').innerText(), { timeout: 15_000 }).toMatch(/No encontramos nada con «<img/);
    expect(faults).toEqual([]);
    await context.close();
  });
});
