import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';
import { finish, giveVoices, marked, said, speaking, type PhoneVoice } from './support/voices.ts';
import { tabTo } from './support/tip-walk.ts';

const site = inject('site');
const PERU: PhoneVoice = { lang: 'es-PE', local: true };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(path: string, voices: readonly PhoneVoice[]): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await watchedPage(await browser.newContext({ viewport: { width: 320, height: 700 } }), site);
  await giveVoices(page, voices);
  await page.goto(site + path);
  return { page, faults };
}
const button = (page: Page, what: string) => page.locator(`read-aloud [data-do=${what}]`);

describe('somebody who would rather listen', () => {
  it('hears an article sentence by sentence, sees which, pauses, goes back and slows down, by keyboard alone', async () => {
    const { page, faults } = await open('/articulos/padrinazgo/', [PERU]);
    await tabTo(page, button(page, 'start'));
    await page.keyboard.press('Enter');
    const title = await page.locator('h1').textContent();
    expect((await said(page))[0]).toEqual({ text: title, rate: 1 });
    await finish(page);
    const second = (await said(page))[1]?.text ?? '';
    expect(await marked(page)).toBe(second);
    expect(await page.locator('.lead').textContent()).toContain(second);

    // The focus is on «pause» since the start.
    await page.keyboard.press('Enter');
    expect(await speaking(page)).toBe(false);
    expect(await button(page, 'pause').textContent()).toBe('Seguir');
    await page.keyboard.press('Enter');
    expect((await said(page)).at(-1)?.text).toBe(second);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await said(page)).at(-1)?.text).toBe(title);
    await tabTo(page, button(page, 'slower'));
    await page.keyboard.press('Space');
    expect((await said(page)).at(-1)).toEqual({ text: title, rate: 0.7 });
    expect(await button(page, 'slower').getAttribute('aria-pressed')).toBe('true');

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await tabTo(page, button(page, 'stop'));
    await page.keyboard.press('Enter');
    expect([await speaking(page), await marked(page), await button(page, 'pause').isVisible()]).toEqual([false, '', false]);
    expect(await button(page, 'start').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('hears a scene to its last choice, without the numbers of the sources, and then it is quiet', async () => {
    const { page } = await open('/historias/mesera-en-puerto-maldonado/pregunta/', [PERU]);
    await button(page, 'start').click();
    for (let sentence = 0; sentence < 60 && (await speaking(page)); sentence += 1) await finish(page);
    const texts = (await said(page)).map(({ text }) => text);
    expect(texts).toContain('¿Cómo se llama el local?');
    expect(texts).toContain('¿Qué haces?');
    expect(texts.filter((text) => /^\d+$/.test(text) || text.endsWith('Cusco.1'))).toEqual([]);
    expect(texts.at(-1)).toBe('Quieres verlo con tus ojos.');
    expect(await button(page, 'pause').isVisible()).toBe(false);
    await page.context().close();
  });

  it('is not heard by the room after leaving in a hurry', async () => {
    const { page } = await open('/historias/mesera-en-puerto-maldonado/pregunta/', [PERU]);
    await button(page, 'start').click();
    expect(await speaking(page)).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('quick-exit')));
    expect(await speaking(page)).toBe(false);
    await page.context().close();
  });

  it.each([
    ['the phone has no Spanish voice', [{ lang: 'en-US', local: true }]],
    ['its only Spanish voice works over the network', [{ lang: 'es-PE', local: false }]],
    ['it has no voice at all', []],
  ])('is shown no button that cannot speak: %s', async (_, voices) => {
    const { page } = await open('/articulos/padrinazgo/', voices);
    await page.evaluate(() => customElements.whenDefined('read-aloud'));
    expect(await button(page, 'start').isVisible()).toBe(false);
    await page.context().close();
  });
});
