import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { lateScripts } from './support/late-scripts.ts';

const site = inject('site');
const TOOLS: readonly (readonly [path: string, awake: string])[] = [
  ['/revisa/', 'offer-checker:defined textarea'],
  ['/ayuda/', 'directory-search:defined'],
  ['/buscar/', 'search-box:defined'],
  ['/denuncia/', '.tip[data-form] .mode p + p:not(.unknown)'],
  ['/denuncia/respuesta/', '.tip[data-form] .mode p + p:not(.unknown)'],
  ['/en/denuncia/', '.tip[data-form] .mode p + p:not(.unknown)'],
  ['/sin-internet/', '[data-more]:not([data-waiting]) [data-keep]'],
  ['/operadores/tarjeta/', 'print-button button'],
  ['/docentes/codigo/', '[data-door]'],
  ['/docentes/armar/', 'own-set'],
  ['/docentes/secundaria-1-2/tarjetas/', '[data-start]'],
  ['/docentes/secundaria-1-2/quiosco/', '[data-do=open]'],
  ['/docentes/secundaria-1-2/codigo/', '[data-do=create]'],
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('somebody on a slow line, about to press', () => {
  it.each(TOOLS.flatMap(([path, awake]) => [390, 1280].map((width) => ({ path, awake, width }))))('finds everything where it was when the tool wakes: $path, $width px', async ({ path, awake, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 844 } });
    const scripts = await lateScripts(page);
    await scripts.open(site + path);
    await scripts.come();
    await expect.poll(() => page.locator(awake).first().isVisible()).toBe(true);
    expect(await scripts.moved()).toBe(0);
    await page.close();
  });
});
