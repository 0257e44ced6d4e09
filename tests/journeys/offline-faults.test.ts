import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../../src/commands/static-server.ts';
import { openBrowser } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function phone(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
}

/** The pages of emergency are kept, as they are a few seconds after a visit. */
async function kept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)).toBe('activated');
}

describe('somebody comes once, from a link that was sent to them, and then has no signal', () => {
  it.each(['/articulos/padrinazgo/', '/historias/', '/test/viaje/', '/ayuda/region/puno/', '/cifras/'])('from %s, by the links of the page that is open: home, numbers, Tumbes, an offer, what to do', async (path) => {
    const page = await phone();
    await page.goto(site + path);
    await kept(page);
    // The page of the first visit was there before the worker, and is not reloaded.
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await page.context().setOffline(true);
    await page.locator('header a.logo').click();
    await page.waitForURL(`${site}/`);
    expect(await page.locator('main a[href="tel:105"]').first().isVisible()).toBe(true);
    await page.locator('nav a[href="/ayuda/"]').click();
    await page.locator('#que').fill('tumbes');
    await page.locator('[data-results] li').first().waitFor();
    expect(await page.locator('[data-results]').innerText()).toContain('Tumbes');
    await page.locator('nav a[href="/revisa/"]').click();
    await page.locator('#oferta').fill('Chicas de 16 para bar en Mazuko, pasaje pagado, dejas tu DNI');
    await page.locator('form[data-offer] button[type=submit]').click();
    await page.locator('[data-result] mark').first().waitFor();
    expect((await page.goto(`${site}/articulos/mi-hija-no-contesta/`))?.status()).toBe(200);
    expect(await page.locator('[data-kept]').isVisible()).toBe(true);
    expect(await page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src))).toEqual([]);
    await page.context().close();
  });
});

describe('JavaScript fails half-way', () => {
  it.each(['/', '/ayuda/', '/revisa/', '/articulos/padrinazgo/', '/test/viaje/', '/buscar/'])('%s still reads: heading, sections and numbers stand, quick exit works', async (path) => {
    const page = await phone();
    let broken = 0;
    await page.route('**/_astro/*.js', (route) => {
      broken += 1;
      return route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("half-way")' });
    });
    await page.goto(site + path);
    await expect.poll(() => broken).toBeGreaterThan(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(150);
    expect(await page.locator('nav a[href="/ayuda/"]').first().isVisible()).toBe(true);
    await page.locator('footer a[href="tel:1818"]').scrollIntoViewIfNeeded();
    expect(await page.locator('footer a[href="tel:1818"]').isVisible()).toBe(true);
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => '')).not.toMatch(/ayuda|trata/i);
    await page.context().close();
  });

  it('no button seems to check an offer before the checker has come, and what was pasted goes nowhere', async () => {
    const page = await phone();
    const asked: string[] = [];
    await page.route('**/_astro/*.js', (route) => route.abort());
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.goto(`${site}/revisa/`);
    await page.locator('#oferta').fill('mesera en Mazuko');
    expect(await page.locator('form[data-offer] button[type=submit]').isVisible()).toBe(false);
    await page.locator('form[data-offer]').evaluate((form: HTMLFormElement) => form.requestSubmit());
    await page.waitForLoadState('networkidle');
    expect(page.url() + asked.join()).not.toContain('Mazuko');
    await page.context().close();
  });
});

describe('the line breaks in the middle of a file', () => {
  let server: Server;
  let base: string;
  /** The path whose file stops half-way. */
  let cut = '';
  beforeAll(async () => {
    server = await serveFolder('dist', 0, (request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      if (cut === '' || path !== cut) return false;
      const bytes = readFileSync(`dist${path}`);
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => response.destroy(), 50));
      return true;
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const caches = (page: Page): Promise<string[]> => page.evaluate(async () => (await globalThis.caches.keys()).filter((name) => name.includes('articulos')));

  it('half a pack is no pack: a sentence says so, nothing of it stays, and the next time it comes whole', async () => {
    const page = await phone();
    await page.goto(`${base}/sin-internet/`);
    const card = page.locator('.pack', { hasText: 'Artículos' });
    cut = '/sin-internet/articulos.txt';
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Se cortó la señal');
    expect(await caches(page)).toEqual([]);
    cut = '';
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Listo');
    await page.context().close();
  });

  it('half of what is for emergencies is not kept, and the next visit keeps it', async () => {
    const page = await phone();
    cut = '/sin-internet/emergencia.txt';
    await page.goto(`${base}/sin-internet/`);
    await page.locator('[data-card] [data-keep]').click();
    await expect.poll(() => page.locator('[data-fault]').innerText()).toContain('No se pudo guardar');
    expect(await page.evaluate(() => globalThis.caches.keys())).toEqual([]);
    cut = '';
    await page.goto(`${base}/articulos/padrinazgo/`);
    await kept(page);
    await page.context().setOffline(true);
    expect((await page.goto(`${base}/ayuda/`))?.status()).toBe(200);
    await page.context().close();
  });
});

describe('quick exit without a network', () => {
  it('covers a kept page at once, and «back» shows nothing of it', async () => {
    const page = await phone();
    await page.goto(`${site}/`);
    await kept(page);
    await page.context().setOffline(true);
    const tab = await page.context().newPage();
    await tab.goto('about:blank');
    await tab.goto(`${site}/ayuda/`);
    expect(await tab.locator('[data-kept]').isVisible()).toBe(true);
    await tab.locator('a.exit').click({ noWaitAfter: true });
    await expect.poll(() => tab.url()).not.toContain(site);
    await tab.goBack();
    expect(tab.url()).toBe('about:blank');
    await page.context().close();
  });
});
