import sharp from 'sharp';
import type { Locator, Page } from 'playwright-core';

/** Words that may be found nowhere but in the person's page and behind the desk's key. */
export const STORY = {
  what: 'Un hombre de gorra ofrece trabajo de mesera con pasaje pagado',
  place: 'Local zafiro junto al puente',
  when: 'el domingo al anochecer',
  who: 'dos chicas de unos dieciseis',
  how: 'lo vi desde mi puesto',
} as const;
/** What a phone hides in a photo. */
export const SECRET_MARK = 'CAMARA-SECRETA-77';

/** A photo as a phone makes it: large, turned, with a place and a maker in it. */
export async function phonePhoto(): Promise<Buffer> {
  const letters = Buffer.from('<svg width="2600" height="1900"><rect width="2600" height="1900" fill="#0b6b3a"/><text x="200" y="900" font-size="260" fill="#fff">SE NECESITA</text></svg>');
  return sharp(letters)
    .withExif({ IFD0: { Make: SECRET_MARK, ImageDescription: 'Casa de Lucia' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '3/1 29/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '80/1 14/1 0/1' } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Presses Tab until the element has the focus; throws when a keyboard cannot get there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

export const heading = (page: Page): Locator => page.locator('.tip h2');
const main = (page: Page): Locator => page.locator('.tip .moves .press.main');

/** Presses what goes on, and waits until another heading has the focus. */
export async function goOn(page: Page, press: (page: Page) => Promise<void> = pressMain): Promise<void> {
  const before = await heading(page).textContent();
  await press(page);
  await page.waitForFunction((old) => {
    const now = document.querySelector('.tip h2');
    return now?.textContent !== old && now === document.activeElement;
  }, before);
}

/** The main button of the screen, by keyboard. */
export async function pressMain(page: Page): Promise<void> {
  await tabTo(page, main(page));
  await page.keyboard.press('Enter');
}

/** How a person answers: with the keyboard alone, or with finger and keyboard (quicker, where the way there is not what is tried). */
interface Hand {
  choose(page: Page, id: string, downs: number): Promise<void>;
  type(page: Page, id: string, text: string): Promise<void>;
  pick(page: Page, id: string, name: string): Promise<void>;
  press(page: Page): Promise<void>;
}
const KEYS: Hand = {
  async choose(page, id, downs) {
    await tabTo(page, page.locator(`#${id}`));
    await page.keyboard.press('Space');
    for (let press = 0; press < downs; press += 1) await page.keyboard.press('ArrowDown');
  },
  async type(page, id, text) {
    await tabTo(page, page.locator(`#${id}`));
    await page.keyboard.type(text);
  },
  async pick(page, id, name) {
    await tabTo(page, page.locator(`#${id}`));
    await page.keyboard.type(name);
  },
  press: pressMain,
};
const FINGER: Hand = {
  choose: (page, id, downs) => page.locator(`#${id}`).locator('xpath=ancestor::*[@role="radiogroup"]').locator('input').nth(downs).check(),
  type: (page, id, text) => page.locator(`#${id}`).fill(text),
  async pick(page, id, name) {
    await page.locator(`#${id}`).selectOption({ label: name });
  },
  press: (page) => main(page).click(),
};

export interface WalkOptions {
  readonly photo?: Buffer;
  readonly receipt?: boolean;
  readonly hand?: 'keys' | 'finger';
  /** Called on every screen, after its heading took the focus. */
  readonly at?: (step: string) => Promise<void>;
}

/** Answers everything up to «send», and returns the receipt's words as they were shown. */
export async function walkToSend(page: Page, { photo, receipt = true, hand = 'finger', at = async () => {} }: WalkOptions = {}): Promise<string[]> {
  const { choose, type, pick, press } = hand === 'keys' ? KEYS : FINGER;
  const on = (): Promise<void> => goOn(page, press);
  // From now on the phone's file chooser is ours; asked for at the key press, it would come too late at times.
  page.on('filechooser', () => {});
  await heading(page).waitFor();
  await at('danger');
  await choose(page, 'tip-danger', 1);
  await on();
  await at('what');
  await type(page, 'tip-what', STORY.what);
  await on();
  await at('where');
  await pick(page, 'tip-region', 'Tumbes');
  await type(page, 'tip-place', STORY.place);
  await on();
  await at('when');
  await type(page, 'tip-when', STORY.when);
  await on();
  await at('risk');
  await choose(page, 'tip-riskNow', 0);
  await type(page, 'tip-who', STORY.who);
  await on();
  await at('how');
  await choose(page, 'tip-how', 0);
  await type(page, 'tip-howWords', STORY.how);
  await on();
  await at('photos');
  if (photo !== undefined) {
    await tabTo(page, page.locator('#tip-photos'));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'IMG_20261122_lucia.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.locator('.tip .photos img').waitFor();
    await at('photo in');
  }
  await on();
  await at('check');
  await on();
  await at('receipt');
  await choose(page, 'tip-receipt', receipt ? 0 : 1);
  await on();
  if (!receipt) return [];
  await at('words');
  const words = await page.locator('.tip .receipt li').allTextContents();
  await on();
  await at('confirm');
  for (const field of ['first', 'second']) {
    const label = (await page.locator(`label[for="tip-${field}"]`).textContent()) ?? '';
    await type(page, `tip-${field}`, (words[Number(/\d/.exec(label)?.[0]) - 1] ?? '').toUpperCase());
  }
  await on();
  await at('send');
  return words;
}

/** What the browser keeps of a visit: must be nothing. */
export const stored = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { localStorage: local, sessionStorage: session } = globalThis as unknown as { localStorage: Storage; sessionStorage: Storage };
    const databases = await indexedDB.databases();
    const caches_ = await caches.keys();
    const workers = await navigator.serviceWorker.getRegistrations();
    return local.length + session.length + databases.length + caches_.length + workers.length + document.cookie.length;
  });
