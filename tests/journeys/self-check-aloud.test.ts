import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, openBrowser } from './support/browser.ts';
import { lateScripts } from './support/late-scripts.ts';
import { tabTo } from './support/tip-walk.ts';
import { finish, giveVoices, marked, openWithVoices, PERU, said, speaking, voiceButton, type PhoneVoice } from './support/voices.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open = (path: string, voices?: readonly PhoneVoice[], width?: number) => openWithVoices(browser, site, path, voices, width);
const answer = (page: Page, what: string) => page.locator(`[data-item]:not([hidden]) [data-say=${what}]`);
const texts = async (page: Page): Promise<string[]> => (await said(page)).map(({ text }) => text.trim());
async function hearAll(page: Page): Promise<void> {
  for (let sentence = 0; sentence < 60 && (await speaking(page)); sentence += 1) await finish(page);
}
/** What is said from now on, to the end of what is open. */
async function heardAfter(page: Page, act: () => Promise<void>): Promise<string[]> {
  const before = (await said(page)).length;
  await act();
  await hearAll(page);
  return (await texts(page)).slice(before);
}

describe.each(['enganche', 'viaje', 'trabajando'])('somebody who would rather hear «%s»', (id) => {
  it('hears the question and its four answers, then what opens, then the next question, by keyboard alone', async () => {
    const { page, faults, requests } = await open(`/test/${id}/`);
    await page.waitForLoadState('networkidle');
    const loaded = requests.length;
    const question = (await page.locator('[data-item]:not([hidden]) h2').innerText()).split('\n').at(-1);
    const first = await heardAfter(page, async () => {
      await tabTo(page, voiceButton(page, 'start'));
      await page.keyboard.press('Enter');
    });
    expect(first[0]).toBe(await page.locator('h1').textContent());
    expect(first.at(-5)).toContain(question);
    expect(first.slice(-4)).toEqual(['Sí', 'No', 'No sé', 'Saltar']);
    // All said: it stays, and is ready for the answer.
    expect(await voiceButton(page, 'pause').isVisible()).toBe(true);

    const opened = await heardAfter(page, async () => {
      await tabTo(page, answer(page, 'si'));
      await page.keyboard.press('Enter');
    });
    const feedback = page.locator('[data-item]:not([hidden]) [data-answer=si]');
    expect(opened[0]).toBe('Si tu respuesta es sí');
    const step = ((await feedback.locator('[data-step]').textContent()) ?? '').split('. ')[0];
    expect(opened.some((text) => text.includes(step ?? '?'))).toBe(true);
    expect(opened.filter((text) => /^Fuente:|^Si tu respuesta es no|^Si no sabes/.test(text))).toEqual([]);
    expect(opened.at(-1)).toBe('Siguiente');
    expect(await axeViolations(page)).toEqual([]);

    const second = await heardAfter(page, async () => {
      await tabTo(page, page.locator('[data-move=next]:visible'));
      await page.keyboard.press('Enter');
    });
    expect(second[0]).toContain('Pregunta 2 de');
    expect(second.slice(-4)).toEqual(['Sí', 'No', 'No sé', 'Saltar']);

    // «Seguir», when all is said, begins anew.
    await tabTo(page, voiceButton(page, 'pause'));
    await page.keyboard.press('Enter');
    expect(await speaking(page)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
    expect(requests.length).toBe(loaded);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('somebody who listens at work', () => {
  const path = '/test/trabajando/';

  it('is not spoken to after a pause, until she says so, and then from where the page is', async () => {
    const { page } = await open(path);
    await voiceButton(page, 'start').click();
    await voiceButton(page, 'pause').click();
    const before = (await said(page)).length;
    await answer(page, 'no').click();
    expect([await speaking(page), (await said(page)).length, await marked(page)]).toEqual([false, before, '']);
    await voiceButton(page, 'pause').click();
    expect((await texts(page)).at(-1)).toBe('Si tu respuesta es no');
    await page.context().close();
  });

  it('hears nothing at all when she never asked to', async () => {
    const { page } = await open(path);
    await answer(page, 'si').click();
    await page.locator('[data-move=next]:visible').click();
    expect(await said(page)).toEqual([]);
    await page.context().close();
  });

  it('hears at the end the topics and each line with what it is for', async () => {
    const { page } = await open(path);
    for (const say of ['si', ...Array<string>(10).fill('saltar')]) {
      await answer(page, say).click();
      if (say === 'si') await page.locator('[data-move=next]:visible').click();
    }
    const heard = await heardAfter(page, () => voiceButton(page, 'start').click());
    expect(heard).toEqual(expect.arrayContaining(['Para terminar', 'Temas que marcaste', 'Lo que te piden hacer.', '105', 'Policía.', 'Con quién hablar']));
    expect(heard).not.toContain('Qué puedes preguntar');
    await page.context().close();
  });

  it('is silent at once when she leaves in a hurry', async () => {
    const { page } = await open(path);
    await voiceButton(page, 'start').click();
    await page.evaluate(() => dispatchEvent(new Event('quick-exit')));
    expect([await speaking(page), await voiceButton(page, 'pause').isVisible()]).toEqual([false, false]);
    await page.context().close();
  });

  it('hears which lists of questions there are', async () => {
    const { page } = await open('/test/');
    const heard = await heardAfter(page, () => voiceButton(page, 'start').click());
    expect(heard).toEqual(expect.arrayContaining(['Elige una', '¿Me están enganchando?', 'Antes de viajar por trabajo', '¿Te pasa esto en tu trabajo?']));
    expect(await voiceButton(page, 'pause').isVisible()).toBe(false);
    await page.context().close();
  });

  it.each(['/test/', path])('is shown no button where the phone has no Spanish voice of its own: %s', async (where) => {
    const { page } = await open(where, [{ lang: 'es-PE', local: false }]);
    await page.evaluate(() => customElements.whenDefined('read-aloud'));
    expect(await voiceButton(page, 'start').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the page under a reader’s eyes', () => {
  it.each([
    [320, '/test/trabajando/'],
    [390, '/test/enganche/'],
    [1280, '/test/enganche/'],
    [1280, '/test/viaje/'],
    [390, '/test/'],
  ])('does not move when the cards are dealt and the voice is found: %i px, %s', async (width, where) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await giveVoices(page, [PERU]);
    await page.addInitScript(() => {
      const list = speechSynthesis.getVoices();
      const heard: (() => void)[] = [];
      let known: SpeechSynthesisVoice[] = [];
      const tellVoices = (): void => {
        known = list;
        for (const listener of heard) listener();
      };
      Object.assign(speechSynthesis, { getVoices: () => known, addEventListener: (_: string, listener: () => void) => heard.push(listener) });
      Object.assign(window, { tellVoices });
    });
    const scripts = await lateScripts(page);
    await scripts.open(site + where);
    await scripts.come();
    await page.evaluate(() => (window as unknown as { tellVoices: () => void }).tellVoices());
    await expect.poll(() => voiceButton(page, 'start').isVisible()).toBe(true);
    expect(await scripts.moved()).toBe(0);
    await page.close();
  });
});
