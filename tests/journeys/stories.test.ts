import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';
import { tabTo } from './support/tip-walk.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('somebody walks a story', () => {
  it('by keyboard, with JavaScript off: a wrong step, the back button, another choice, an end with a person and a phone', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/historias/`);
    const press = async (words: RegExp): Promise<void> => {
      const link = page.getByRole('main').getByRole('link', { name: words }).first();
      await tabTo(page, link);
      const here = page.url();
      await page.keyboard.press('Enter');
      await page.waitForURL(({ href }) => href !== here);
    };
    await press(/Mesera en Puerto Maldonado/);
    expect(await page.locator('h1').textContent()).toBe('Un mensaje de Yesenia');
    await press(/foto del DNI/);
    expect(page.url()).toContain('/dni/');
    await page.goBack();
    await press(/tu hermana Maribel/);
    await press(/Le contestas a Yesenia que no/);
    await press(/avisas, por ti y por ella/);
    expect(await page.getByRole('heading', { level: 2, name: 'Llegó ayuda' }).count()).toBe(1);
    expect(await page.locator('main a[href="tel:1818"]').count()).toBeGreaterThan(0);
    await press(/Empezar de nuevo/);
    expect(await page.locator('h1').textContent()).toBe('Un mensaje de Yesenia');
    await context.close();
  });

  it('reaches each choice with the Tab key, in the order it is read', async () => {
    const { page } = await watchedPage(await browser.newContext(), site);
    await page.goto(`${site}/historias/un-amigo-del-juego/propuesta/`);
    const choices = page.locator('nav[aria-labelledby=decide] a');
    await tabTo(page, choices.first());
    await page.keyboard.press('Tab');
    expect(await choices.nth(1).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/muestro/);
    await page.context().close();
  });
});

describe('a teacher without a screen for each pupil', () => {
  it.each(['mesera-en-puerto-maldonado', 'la-madrina-en-lima', 'un-amigo-del-juego', 'una-cosecha-afuera'])('prints %s whole on two sheets of A4, both sides', async (id) => {
    const { page, faults } = await watchedPage(await browser.newContext(), site);
    await page.goto(`${site}/historias/${id}/`, { waitUntil: 'networkidle' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) => [Math.round(Number(x) / 2.8346), Math.round(Number(y) / 2.8346)]);
    expect(boxes.length).toBeGreaterThanOrEqual(3);
    expect(boxes.length).toBeLessThanOrEqual(4);
    expect(boxes.every(([width, height]) => width === 210 && height === 297)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('comes to it from the first scene, and leafs by the numbers to an end, by keyboard, with JavaScript off', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site}/historias/la-madrina-en-lima/feria/`);
    await page.getByRole('link', { name: 'Leer o imprimir la historia entera' }).press('Enter');
    await page.waitForURL(/\/la-madrina-en-lima\/$/);
    const leaf = async (): Promise<boolean> => {
      const [, here = 'escena-1'] = /#(.+)$/.exec(page.url()) ?? [];
      const way = page.locator(`#${here} .turns a`).first();
      if ((await way.count()) === 0) return false;
      await way.press('Enter');
      return true;
    };
    while (await leaf());
    const [, last = ''] = /#(.+)$/.exec(page.url()) ?? [];
    expect(await page.locator(`#${last} h3`).innerText()).toMatch(/^Final: /);
    await page.context().close();
  });
});

describe.each([
  { width: 320, colorScheme: 'light' as const },
  { width: 1280, colorScheme: 'dark' as const },
])('at $width px in the $colorScheme scheme', ({ width, colorScheme }) => {
  it.each(['/historias/', '/historias/un-amigo-del-juego/', '/historias/una-cosecha-afuera/', '/historias/una-cosecha-afuera/audio/', '/historias/la-madrina-en-lima/viaja/', '/historias/un-amigo-del-juego/fin-foto/', '/historias/una-cosecha-afuera/fin-cosecha/'])('%s reads well: nothing cut, no violation, no error, no stranger asked', async (path) => {
    const { page, faults } = await watchedPage(await browser.newContext({ viewport: { width, height: 800 }, colorScheme }), site);
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    const small = await page.locator('nav[aria-labelledby=decide] a').evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    await page.context().close();
  });
});
