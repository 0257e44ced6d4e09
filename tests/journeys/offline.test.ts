import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, openBrowser } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 390, height: 844 } });

/** Waits until the pages of emergency are kept, as they are a few seconds after a visit. */
async function kept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => ((await navigator.serviceWorker.getRegistration())?.active?.state ?? '') === 'activated' && (await caches.keys()).some((name) => name.startsWith('sin-trampa-emergencia-')))).toBe(true);
}

async function visited(path = '/articulos/padrinazgo/', base = site): Promise<{ context: BrowserContext; page: Page }> {
  const context = await phone();
  const page = await context.newPage();
  await page.goto(base + path);
  await kept(page);
  return { context, page };
}

describe('after one visit the network is cut', () => {
  it.each(['/', '/ayuda/', '/ayuda/como-pedir-ayuda/', '/articulos/mi-hija-no-contesta/', '/revisa/', '/sin-internet/'])('%s opens, says that it is a copy and of which day, and shows a number to call', async (path) => {
    const { context, page } = await visited();
    await context.setOffline(true);
    await page.goto(site + path);
    expect(await page.locator('[data-kept]').isVisible()).toBe(true);
    expect(await page.locator('[data-kept]').innerText()).toMatch(/copia.*\d{1,2} de \w+ de 20\d\d/);
    expect(await page.locator('[data-old], [data-clock]').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('a[href="tel:1818"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('the directory finds Tumbes, and the checker reads an offer', async () => {
    const { context, page } = await visited();
    await context.setOffline(true);
    await page.goto(`${site}/ayuda/`);
    await page.locator('#que').fill('denuncia tumbes');
    await page.locator('[data-results] li').first().waitFor();
    expect(await page.locator('[data-results]').innerText()).toContain('Tumbes');
    await page.goto(`${site}/revisa/`);
    await page.locator('#oferta').fill('Chicas de 16 para bar en Mazuko, pasaje pagado, dejas tu DNI');
    await page.locator('form[data-offer] button[type=submit]').click();
    await page.locator('[data-result]').waitFor();
    expect((await page.locator('[data-result]').innerText()).length).toBeGreaterThan(100);
    await context.close();
  });

  it('a page that is not kept is said to be missing, with a 503 and links that open; the address without its slash finds its page', async () => {
    const { context, page } = await visited();
    await context.setOffline(true);
    const answer = await page.goto(`${site}/articulos/deuda-y-adelanto/`);
    expect(answer?.status()).toBe(503);
    expect(await page.locator('h1').innerText()).toContain('no está guardada');
    expect(await page.title()).not.toMatch(/trampa|trata/i);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('main a[href="/revisa/"]').click();
    await page.locator('#oferta').waitFor();
    await page.goto(`${site}/ayuda`);
    expect(new URL(page.url()).pathname).toBe('/ayuda/');
    await context.close();
  });

  it('the region that was opened is there, another is not', async () => {
    const { context, page } = await visited('/');
    await page.goto(`${site}/ayuda/region/tumbes/`);
    await expect.poll(() => page.evaluate(async () => (await caches.match('/ayuda/region/tumbes/')) !== undefined)).toBe(true);
    await context.setOffline(true);
    expect((await page.goto(`${site}/ayuda/region/tumbes/`))?.status()).toBe(200);
    expect((await page.goto(`${site}/ayuda/region/puno/`))?.status()).toBe(503);
    await context.close();
  });

  it('the tip form is the network\'s alone: no copy, no page of ours in its place', async () => {
    const { context, page } = await visited();
    await page.goto(`${site}/denuncia/`);
    await page.goto(`${site}/en/denuncia/`);
    expect(await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().filter((url) => url.includes('denuncia')))).toEqual([]);
    await context.setOffline(true);
    for (const path of ['/denuncia/', '/en/denuncia/', '/denuncia']) await expect(page.goto(site + path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await context.close();
  });

  it('quick exit still takes the page off the screen', async () => {
    const context = await phone();
    const page = await context.newPage();
    await page.goto('about:blank');
    await page.goto(`${site}/`);
    await kept(page);
    await context.setOffline(true);
    await page.goto(`${site}/ayuda/`);
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => '')).not.toMatch(/ayuda|trata/i);
    await context.close();
  });
});

describe('packs', () => {
  it('the articles are kept when asked for, with their size said before, and open without a network', async () => {
    const { context, page } = await visited('/');
    await page.goto(`${site}/sin-internet/`);
    const card = page.locator('.pack', { hasText: 'Artículos' });
    // Its room is there before it is.
    await card.waitFor({ state: 'visible' });
    expect(await card.locator('[data-size]').innerText()).toMatch(/\d+ kB/);
    expect(await card.locator('[data-state]').innerText()).toContain('No está guardado');
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Listo');
    await context.setOffline(true);
    expect((await page.goto(`${site}/articulos/deuda-y-adelanto/`))?.status()).toBe(200);
    await page.goto(`${site}/test/viaje/`);
    expect(await page.locator('main a[href="/articulos/"]').isVisible()).toBe(true);
    await context.setOffline(false);
    await page.goto(`${site}/sin-internet/`);
    await card.locator('[data-remove]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Quitado');
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await context.close();
  });

  it('a pack that was cut half-way says so and can be kept again', async () => {
    const { context, page } = await visited('/');
    await page.evaluate(async () => (await caches.open('sin-trampa-paquete-articulos')).put('/articulos/padrinazgo/', new Response('x')));
    await page.goto(`${site}/sin-internet/`);
    const card = page.locator('.pack', { hasText: 'Artículos' });
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Incompleto');
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Listo');
    await context.close();
  });

  it('the line breaks while a pack comes: a sentence, and what was kept stays', async () => {
    const { context, page } = await visited('/');
    await page.goto(`${site}/sin-internet/`);
    const card = page.locator('.pack', { hasText: 'Artículos' });
    await card.locator('[data-keep]').waitFor();
    await context.setOffline(true);
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('Se cortó la señal');
    await page.goto(`${site}/ayuda/`);
    expect(await page.locator('h1').count()).toBe(1);
    await context.close();
  });

  it('a full phone: nothing is kept, the page says so, and it reads', async () => {
    const context = await phone();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 20_000 });
    await page.goto(`${site}/sin-internet/`);
    await page.locator('[data-card] [data-keep]').click();
    await expect.poll(() => page.locator('[data-fault]').innerText()).toContain('No se pudo guardar');
    const card = page.locator('.pack', { hasText: 'Artículos' });
    await card.locator('[data-keep]').click();
    await expect.poll(() => card.locator('[data-state]').innerText()).toContain('No hay espacio');
    expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('emergencia')))).toEqual([]);
    await page.goto(`${site}/ayuda/`);
    expect(await page.locator('[data-kept]').isVisible()).toBe(false);
    await context.close();
  });

  it('whoever saves data is asked first', async () => {
    const context = await phone();
    await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    const page = await context.newPage();
    await page.goto(`${site}/articulos/padrinazgo/`);
    await page.waitForTimeout(2500);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await page.goto(`${site}/sin-internet/`);
    expect(await page.locator('[data-card] [data-state]').innerText()).toContain('ahorrando datos');
    await page.locator('[data-card] [data-keep]').click();
    await expect.poll(() => page.locator('[data-card] [data-state]').innerText()).toContain('Listo');
    await context.close();
  });
});

describe('storage that is forbidden, and clocks that are wrong', () => {
  it('a browser that forbids workers: the page reads, and /sin-internet/ says why nothing is kept', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => Object.defineProperty(CacheStorage.prototype, 'keys', { value: () => Promise.reject(new DOMException('no', 'SecurityError')) }));
    const page = await context.newPage();
    await page.goto(`${site}/sin-internet/`);
    await expect.poll(() => page.locator('[data-fault]').innerText()).toContain('no deja guardar');
    await context.close();
  });

  it.each([
    ['2027-12-01', '[data-old]'],
    ['2025-11-01', '[data-clock]'],
  ])('on a phone that believes it is %s the page says that its numbers may not hold, with and without network', async (day, note) => {
    const { context, page } = await visited('/');
    await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
    await page.goto(`${site}/ayuda/`);
    expect(await page.locator(note).isVisible()).toBe(true);
    await context.setOffline(true);
    await page.goto(`${site}/ayuda/`);
    expect(await page.locator(note).isVisible()).toBe(true);
    await context.close();
  });
});

describe('«borrar todo de este teléfono»', () => {
  it('takes worker, caches and storage; a late answer, a reload and the next page of the tab bring nothing back', async () => {
    const { context, page } = await visited('/');
    await page.goto(`${site}/ayuda/region/tumbes/`);
    await page.evaluate(() => {
      localStorage.setItem('otra', '1');
      sessionStorage.setItem('otra', '1');
      indexedDB.open('otra');
    });
    await page.goto(`${site}/sin-internet/`);
    await page.locator('[data-erase]').click();
    await page.locator('h1', { hasText: 'Listo' }).waitFor();
    expect(await page.locator('body').innerText()).toContain('historial');
    const left = (): Promise<unknown[]> =>
      page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
    await page.evaluate(() => fetch('/ayuda/region/tumbes/').then((answer) => answer.text()));
    expect(await left()).toEqual([[], 0, 0, 0, 0]);
    await page.reload();
    await page.waitForTimeout(2500);
    expect(await left()).toEqual([[], 0, 0, 0, 0]);
    await page.goto(`${site}/ayuda/region/tumbes/`);
    await page.waitForTimeout(2500);
    expect(await left()).toEqual([[], 0, 0, 0, 0]);
    await context.setOffline(true);
    await expect(page.goto(`${site}/ayuda/`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await context.close();
  });
});

describe('a text shared from another app', () => {
  it('comes into the checker through memory: not in the address, not in the history, not on the wire', async () => {
    const { context, page } = await visited('/revisa/');
    await page.goto(`${site}/revisa/`);
    const posts: string[] = [];
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.serviceWorker() !== null) posts.push(request.url());
    });
    // The policy lets pages post forms to their own site only, as the phone's share sheet does.
    await page.evaluate(() => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: '/revisa/compartir/', enctype: 'multipart/form-data' });
      const field = document.createElement('textarea');
      Object.assign(field, { name: 'text', value: 'Se necesita mesera en La Pampa' });
      form.append(field);
      document.body.append(form);
      form.submit();
    });
    await page.waitForURL(/\/revisa\/$/);
    await expect.poll(() => page.locator('#oferta').inputValue()).toBe('Se necesita mesera en La Pampa');
    expect(await page.locator('[data-taken]').innerText()).toContain('compartiste');
    expect(page.url()).toBe(`${site}/revisa/`);
    expect(posts).toEqual([]);
    await page.reload();
    expect(await page.locator('#oferta').inputValue()).toBe('');
    await context.close();
  });
});

describe('a neutral name on the screen', () => {
  it('«Notas» changes the manifest before anything is installed, and opens in plain view', async () => {
    const { context, page } = await visited('/');
    await page.goto(`${site}/sin-internet/`);
    await page.locator('input[value=notas]').check();
    const address = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = (await (await page.request.get(site + address)).json()) as { name: string; start_url: string; icons: { src: string }[] };
    expect(manifest.name).toBe('Notas');
    for (const { src } of manifest.icons) expect((await page.request.get(site + src)).headers()['content-type']).toBe('image/png');
    expect(JSON.stringify(manifest)).not.toMatch(/trampa|trata/i);
    await page.goto(site + manifest.start_url);
    expect(await page.title()).toBe('Notas');
    await context.close();
  });
});

describe('versions', () => {
  let server: Server;
  let base: string;
  /** Files of the built site, changed as a test wants: `undefined` is a 404. */
  const changed = new Map<string, string | undefined>();
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      const file = `dist${path.endsWith('/') ? `${path}index.html` : path}`;
      const type = { js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml', html: 'text/html' }[file.split('.').pop() ?? ''] ?? 'text/plain';
      const there = changed.has(path) ? changed.get(path) !== undefined : existsSync(file);
      response.writeHead(there ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' });
      if (!there) response.end();
      else if (changed.has(path)) response.end(changed.get(path));
      else createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['is not there', undefined],
    ['is a hotel\'s login page', '<html>Inicie sesión</html>'],
  ])('a bundle that %s: the worker does not install, nothing half is left, and every page reads', async (_, text) => {
    changed.set('/sin-internet/emergencia.txt', text);
    const context = await phone();
    const page = await context.newPage();
    await page.goto(`${base}/sin-internet/`);
    await page.locator('[data-card] [data-keep]').click();
    await expect.poll(() => page.locator('[data-fault]').innerText()).toContain('No se pudo guardar');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.goto(`${base}/ayuda/`);
    expect(await page.locator('a[href="tel:1818"]').count()).toBeGreaterThan(0);
    changed.clear();
    await context.close();
  });

  it('a new version waits while an old page is open, then takes its place', async () => {
    const { context, page } = await visited('/', base);
    const second = await context.newPage();
    await second.goto(`${base}/ayuda/`);
    const before = await page.evaluate(() => caches.keys());
    const text = readFileSync('dist/sin-internet/emergencia.txt', 'utf8');
    const next = `${text}\n`;
    const hash = (await import('node:crypto')).createHash('sha256');
    const old = (await import('node:crypto')).createHash('sha256').update(text).digest('hex');
    changed.set('/sin-internet/emergencia.txt', next);
    changed.set('/sw.js', readFileSync('dist/sw.js', 'utf8').replace(old, hash.update(next).digest('hex')));
    await page.goto(`${base}/revisa/`);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)).toBe('installed');
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
    await second.close();
    await page.goto(`${base}/ayuda/`);
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    expect(await page.evaluate(() => caches.keys())).not.toEqual(before);
    changed.clear();
    await context.close();
  });
});
