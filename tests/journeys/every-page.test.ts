import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
const PAGES = ['/', '/articulos/', '/articulos/viaje-con-todo-pagado/', '/revisa/', '/ayuda/', '/ayuda/linea-1818/', '/ayuda/region/tumbes/', '/test/', '/test/enganche/', '/denuncia/', '/denuncia/respuesta/', '/denuncia/como-te-protegemos/', '/en/denuncia/', '/buscar/', '/acerca/', '/privacidad/', '/no-existe/'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { width: 320, colorScheme: 'light' as const },
  { width: 320, colorScheme: 'dark' as const },
  { width: 1440, colorScheme: 'light' as const },
  { width: 1440, colorScheme: 'dark' as const },
])('at $width px in the $colorScheme scheme', ({ width, colorScheme }) => {
  it.each(PAGES)('%s reads well: nothing cut, no violation, no error, no stranger asked', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const { page, faults } = await watchedPage(context, site);
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    // The 404 page itself answers 404, which the browser logs as an error.
    expect(faults.filter((fault) => !(path === '/no-existe/' && fault.includes('404')))).toEqual([]);
    await context.close();
  });
});
