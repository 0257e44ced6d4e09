import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page on which the neutral target never answers, as on a slow line; what was asked is written down. */
async function slowPage(path: string): Promise<{ page: Page; left: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const left: string[] = [];
  await page.route(/senamhi/, (route) => {
    left.push(route.request().url());
    // Never answered: the cover has to stand by itself.
  });
  await page.goto(site + path);
  return { page, left };
}

const words = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText.trim() + document.title.trim());

describe('someone comes into the room', () => {
  it.each(['/', '/articulos/padrinazgo/', '/denuncia/', '/test/enganche/'])('one press on %s covers the page at once, on a line that never answers', async (path) => {
    const { page, left } = await slowPage(path);
    await page.locator('a.exit').click({ noWaitAfter: true });
    await expect.poll(() => words(page)).toBe('');
    await expect.poll(() => left.length).toBe(1);
    expect(left[0]).not.toContain('sin');
    await page.context().close();
  });

  it('Shift three times does the same; Shift while typing capitals does not', async () => {
    const { page, left } = await slowPage('/articulos/padrinazgo/');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Shift+B');
    expect(await words(page)).not.toBe('');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await expect.poll(() => words(page)).toBe('');
    await expect.poll(() => left.length).toBe(1);
    await page.context().close();
  });

  it('the first Tab stops reach it without a mouse', async () => {
    const { page, left } = await slowPage('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => words(page)).toBe('');
    await expect.poll(() => left.length).toBe(1);
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
