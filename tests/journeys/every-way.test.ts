import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf, WAYS } from '../../src/commands/a11y-ways.ts';
import { openBrowser } from './support/browser.ts';

const site = inject('site');
/** One page of each kind; `npm run check:a11y` looks at more. */
const PAGES = ['/', '/articulos/viaje-con-todo-pagado/', '/revisa/', '/ayuda/', '/test/enganche/', '/buscar/'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WAYS)('seen in the way «$name»', ({ options }) => {
  it.each(PAGES)('%s can be read and pressed', async (path) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(site + path, { waitUntil: 'load' });
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});

it('the look itself sees a small button, a skipped heading, a cut page and something that moves', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.setContent('<html lang="es"><title>x</title><header></header><main><h1>Uno</h1><h4>Cuatro</h4><button>Aquí</button><p style="inline-size:40rem">ancho</p><style>@keyframes k{to{opacity:.5}} b{animation:k 1s infinite}</style><b>gira</b></main><footer></footer></html>');
  const faults = (await faultsOf(page)).join('\n');
  expect(faults).toMatch(/button «Aquí» is \d+ px tall/);
  expect(faults).toContain('skips a level');
  expect(faults).toContain('scrolls sideways');
  expect(faults).toContain('moves though less motion');
  await context.close();
});
