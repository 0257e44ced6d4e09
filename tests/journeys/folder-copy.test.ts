import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { packSite } from '../../src/commands/build-pack.ts';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let folder: string;
const at = (path: string): string => pathToFileURL(join(folder, 'sin-trampa', path)).href;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copia en carpeta-'));
  for (const [name, bytes] of Object.entries(unzipSync((await packSite()).zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.setOffline(true);
  ({ page, faults } = await watchedPage(context, 'file://'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the copy that opens from a folder, on a school PC without internet', () => {
  it('somebody walks from the first page to an article by its links, and each says of which day it is', async () => {
    await page.goto(at('index.html'));
    expect(await page.locator('[data-kept]').innerText()).toMatch(/copia en carpeta, hecha el \d{1,2} de \w+ de 20\d\d/);
    await page.locator('nav a', { hasText: 'Lee' }).click();
    await page.locator('main a[href*="padrinazgo"]').first().click();
    expect(await page.locator('h1').innerText()).toContain('La llevo a estudiar');
    expect(await page.locator('[data-kept]').isVisible()).toBe(true);
    expect(await page.locator('[data-share]').count()).toBe(0);
    expect(await page.evaluate(() => [...document.images].filter((image) => image.loading !== 'lazy' && image.naturalWidth === 0).map(({ src }) => src))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('the directory finds «tumbez», and what it finds opens', async () => {
    await page.goto(at('ayuda/index.html'));
    await page.locator('#que').fill('tumbez');
    await page.locator('[data-results] li').first().waitFor();
    expect(await page.locator('[data-results]').innerText()).toContain('Tumbes');
    await page.locator('[data-results] a:not([href^="tel:"])').first().click();
    await page.waitForURL(/sin-trampa\/ayuda\/[^/]+\/index\.html/);
    expect(await page.locator('h1').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('the checker marks an offer, its links lead to pages of the folder, and the photo reader is said to be missing', async () => {
    await page.goto(at('revisa/index.html'));
    await page.locator('#oferta').fill('Chicas de 16 para bar en Mazuko, pasaje pagado, dejas tu DNI');
    await page.locator('form[data-offer] button[type=submit]').click();
    await page.locator('[data-result] mark').first().waitFor();
    const call = page.locator('[data-result] a.press', { hasText: /llam|ayuda/i }).last();
    expect(await call.evaluate((link: HTMLAnchorElement) => link.href)).toMatch(/^(?:tel:|file:.*index\.html$)/);
    const dead = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.outerHTML));
    expect(dead).toEqual([]);
    await page.locator('summary', { hasText: 'Tengo una foto' }).click();
    expect(await page.locator('details', { hasText: 'Tengo una foto' }).innerText()).toContain('no está en esta copia');
    await page.locator('summary', { hasText: 'de palabra' }).click();
    await page.locator('[data-tool=guided] form').waitFor();
    expect(faults).toEqual([]);
  });

  it('a self-check answers, with links to pages of the folder', async () => {
    await page.goto(at('test/index.html'));
    await page.locator('main a[href*="test/viaje"]').click();
    for (let item = await page.locator('[data-item]').count(); item > 0; item--) {
      await page.locator('[data-item]:not([hidden]) [data-say="si"]').click();
      const next = page.locator('[data-move="next"]:visible, [data-move="finish"]:visible');
      if ((await next.count()) > 0) await next.click();
    }
    await expect.poll(() => page.locator('[data-list="met"]').isVisible()).toBe(true);
    expect(await page.locator('main a:visible').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href).filter((href) => !/^(?:tel:|https:|file:.*\/index\.html)/.test(href)))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('a story goes from scene to scene', async () => {
    await page.goto(at('historias/index.html'));
    await page.locator('main a[href*="un-amigo-del-juego"]').first().click();
    expect(page.url()).toContain('un-amigo-del-juego');
    const before = page.url();
    await page.locator('main nav a').first().click();
    await page.waitForURL((url) => url.href !== before && url.pathname.includes('un-amigo-del-juego'));
    expect(await page.locator('h1').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('the search finds by titles and needs', async () => {
    await page.goto(at('buscar/index.html'));
    await page.locator('#consulta').fill('padrinazgo');
    await page.locator('[data-instant] a').first().click();
    await page.waitForURL(/sin-trampa\/.*index\.html/);
    expect(page.url()).not.toContain('buscar');
    expect(faults).toEqual([]);
  });

  it('the tip page sends nothing: no form, three roads, and the official ones below', async () => {
    await page.goto(at('denuncia/index.html'));
    expect(await page.locator('form, input, textarea, astro-island').count()).toBe(0);
    expect(await page.locator('[data-no-form] > ol > li').count()).toBe(3);
    expect(await page.locator('[data-kept]').innerText()).toContain('copia en carpeta');
    expect(await page.locator('[data-no-form] a[href="tel:1818"]').isVisible()).toBe(true);
    await page.locator('[data-no-form] a[href="#oficiales"]').click();
    expect(await page.locator('#oficiales h2').first().isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('what is not in the folder is said to be missing, with links that open; and nothing offers to be kept', async () => {
    await page.goto(at('acerca/index.html'));
    const absent = at('no-esta/index.html');
    await page.goto(absent);
    expect(await page.locator('h1').innerText()).toContain('no está en la copia');
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('main a', { hasText: 'Historias' }).click();
    expect(await page.locator('h1').count()).toBe(1);
    await page.goto(at('sin-internet/index.html'));
    expect(await page.locator('main button').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('borra la carpeta');
    expect(faults).toEqual([]);
  });

  it('quick exit covers the page at once, without a network too', async () => {
    await page.goto(at('ayuda/index.html'));
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => '')).not.toMatch(/ayuda|trata/i);
  });
});
