import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser } from './support/browser.ts';
import { finish, marked, openWithVoices, PERU, said, speaking, voiceButton, type PhoneVoice } from './support/voices.ts';
import { tabTo } from './support/tip-walk.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open = (path: string, voices: readonly PhoneVoice[]) => openWithVoices(browser, site, path, voices);

describe('somebody who would rather listen', () => {
  it('hears an article sentence by sentence, sees which, pauses, goes back and slows down, by keyboard alone', async () => {
    const { page, faults } = await open('/articulos/padrinazgo/', [PERU]);
    await tabTo(page, voiceButton(page, 'start'));
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
    expect(await voiceButton(page, 'pause').textContent()).toBe('Seguir');
    await page.keyboard.press('Enter');
    expect((await said(page)).at(-1)?.text).toBe(second);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await said(page)).at(-1)?.text).toBe(title);
    await tabTo(page, voiceButton(page, 'slower'));
    await page.keyboard.press('Space');
    expect((await said(page)).at(-1)).toEqual({ text: title, rate: 0.7 });
    expect(await voiceButton(page, 'slower').getAttribute('aria-pressed')).toBe('true');

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await tabTo(page, voiceButton(page, 'stop'));
    await page.keyboard.press('Enter');
    expect([await speaking(page), await marked(page), await voiceButton(page, 'pause').isVisible()]).toEqual([false, '', false]);
    expect(await voiceButton(page, 'start').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('hears a scene to its last choice, without the numbers of the sources, and then it is quiet', async () => {
    const { page } = await open('/historias/mesera-en-puerto-maldonado/pregunta/', [PERU]);
    await voiceButton(page, 'start').click();
    for (let sentence = 0; sentence < 60 && (await speaking(page)); sentence += 1) await finish(page);
    const texts = (await said(page)).map(({ text }) => text);
    expect(texts).toContain('¿Cómo se llama el local?');
    expect(texts).toContain('¿Qué haces?');
    expect(texts.filter((text) => /^\d+$/.test(text) || text.endsWith('Cusco.1'))).toEqual([]);
    expect(texts.at(-1)).toBe('Quieres verlo con tus ojos.');
    expect(await voiceButton(page, 'pause').isVisible()).toBe(false);
    await page.context().close();
  });

  it('is not heard by the room after leaving in a hurry', async () => {
    const { page } = await open('/historias/mesera-en-puerto-maldonado/pregunta/', [PERU]);
    await voiceButton(page, 'start').click();
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
    expect(await voiceButton(page, 'start').isVisible()).toBe(false);
    await page.context().close();
  });
});
