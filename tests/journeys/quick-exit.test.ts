import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from './support/browser.ts';

const site = inject('site');
const NEUTRAL = 'www.senamhi.gob.pe';

/** A neutral page on a line that never answers: it takes the call, says nothing, and counts the calls. */
let silent: Server;
let calls = 0;
let browser: Browser;
beforeAll(async () => {
  silent = createServer(() => (calls += 1));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser([`--host-resolver-rules=MAP ${NEUTRAL} 127.0.0.1:${(silent.address() as AddressInfo).port}`]);
});
afterAll(async () => {
  await browser.close();
  silent.close();
});

async function phone(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(site + path);
  return page;
}

/**
 * What someone who looks at the screen sees. Taken from the browser and not from the page: while the
 * next page is on its way, DevTools answers no question about this one.
 */
async function screen(page: Page): Promise<{ blank: boolean; title: string }> {
  const session = await page.context().newCDPSession(page);
  const { data } = (await session.send('Page.captureScreenshot')) as { data: string };
  const { channels } = await sharp(Buffer.from(data, 'base64')).removeAlpha().stats();
  const { targetInfo } = (await session.send('Target.getTargetInfo')) as { targetInfo: { title: string } };
  return { blank: channels.every(({ min }) => min >= 250), title: targetInfo.title };
}

async function expectCovered(page: Page, before: number): Promise<void> {
  await expect.poll(async () => (await screen(page)).blank).toBe(true);
  expect((await screen(page)).title).not.toMatch(/trampa|oferta|denunci/i);
  await expect.poll(() => calls).toBeGreaterThan(before);
}

describe('someone comes into the room', () => {
  it.each(['/', '/articulos/padrinazgo/', '/denuncia/', '/test/enganche/'])('one press on %s covers the page at once, on a line that never answers', async (path) => {
    const before = calls;
    const page = await phone(path);
    expect((await screen(page)).blank).toBe(false);
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expectCovered(page, before);
    await page.context().close();
  });

  it('Shift three times does the same; Shift while typing capitals does not', async () => {
    const before = calls;
    const page = await phone('/articulos/padrinazgo/');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Shift+B');
    expect((await screen(page)).blank).toBe(false);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await expectCovered(page, before);
    await page.context().close();
  });

  it('the first Tab stops reach it without a mouse', async () => {
    const before = calls;
    const page = await phone('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectCovered(page, before);
    await page.context().close();
  });

  it('the offer that was pasted is gone from the screen too', async () => {
    const before = calls;
    const page = await phone('/revisa/');
    await page.locator('#oferta').fill('buscamos señoritas para bar en Mazuko');
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expectCovered(page, before);
    await page.context().close();
  });

  it('«back» from the neutral page does not show the page that was left', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(/senamhi/, (route) => route.fulfill({ body: '<title>Clima</title><p>Clima', contentType: 'text/html' }));
    await page.goto('about:blank');
    await page.goto(`${site}/articulos/padrinazgo/`);
    await page.locator('a.exit').click();
    await page.waitForURL(/senamhi/);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await context.close();
  });

  it('works as a plain link where JavaScript is off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.route(/senamhi/, (route) => route.fulfill({ body: '<p>Clima', contentType: 'text/html' }));
    await page.goto(`${site}/denuncia/`);
    await page.locator('a.exit').click();
    await page.waitForURL(/senamhi/);
    await context.close();
  });
});

describe('plain mode', () => {
  it('one press turns the page grey with a neutral title, stays for the visit, and leaves nothing stored', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site);
    await page.locator('[data-plain]').click();
    expect(await page.title()).toBe('Notas');
    await page.goto(`${site}/articulos/`);
    expect(await page.title()).toBe('Notas');
    expect(await page.locator('svg.cover').first().isVisible()).toBe(false);
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/nota.svg');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
    await page.locator('[data-plain]').click();
    expect(await page.title()).not.toBe('Notas');
    await context.close();
  });
});
