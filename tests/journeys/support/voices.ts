import type { Browser, Locator, Page } from 'playwright-core';
import { watchedPage, type WatchedPage } from './browser.ts';

/** A voice as a phone has it; `local` is false where it works over the network. */
export interface PhoneVoice {
  readonly lang: string;
  readonly local: boolean;
}

/**
 * Gives the browser a list of voices, as a phone has them: a headless Chromium has none. What is said is
 * written down in `window.said` with its rate; `window.finish()` ends the sentence that is being said.
 */
export async function giveVoices(page: Page, voices: readonly PhoneVoice[]): Promise<void> {
  await page.addInitScript((list) => {
    class Utterance {
      onend?: () => void;
      onerror?: () => void;
      rate = 1;
      voice: unknown = null;
      lang = '';
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    let saying: Utterance | undefined;
    const said: { text: string; rate: number }[] = [];
    const speech = {
      getVoices: () => list.map(({ lang, local }) => ({ name: lang, lang, localService: local, default: false, voiceURI: lang })),
      speak: (utterance: Utterance) => said.push({ text: (saying = utterance).text, rate: utterance.rate }),
      // As browsers do: what was cancelled reports an error, late.
      cancel: () => {
        const stopped = saying;
        saying = undefined;
        queueMicrotask(() => stopped?.onerror?.());
      },
      addEventListener: () => undefined,
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said, finish: () => saying?.onend?.(), speaking: () => saying !== undefined });
  }, voices);
}

type Heard = Window & { said: { text: string; rate: number }[]; finish: () => void; speaking: () => boolean };
export const said = (page: Page): Promise<{ text: string; rate: number }[]> => page.evaluate(() => (window as unknown as Heard).said);
export const finish = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Heard).finish());
export const speaking = (page: Page): Promise<boolean> => page.evaluate(() => (window as unknown as Heard).speaking());
/** The sentence marked on the page, as it stands there. */
export const marked = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map((range) => String(range).replaceAll(/\s+/g, ' ')).join('|'));

/** A phone in Peru as most are: its voice is its own. */
export const PERU: PhoneVoice = { lang: 'es-PE', local: true };

/** A page of the site on a phone with these voices, watched for what a reader must never meet. */
export async function openWithVoices(browser: Browser, site: string, path: string, voices: readonly PhoneVoice[] = [PERU], width = 320): Promise<WatchedPage> {
  const watched = await watchedPage(await browser.newContext({ viewport: { width, height: 700 } }), site);
  await giveVoices(watched.page, voices);
  await watched.page.goto(site + path);
  return watched;
}

/** A button of the row to listen with. */
export const voiceButton = (page: Page, what: string): Locator => page.locator(`read-aloud [data-do=${what}]`);
