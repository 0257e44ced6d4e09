import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { fromHex } from '../../src/domain/tip/bytes.ts';
import { createDeskClient, type DeskClient } from '../../src/domain/tip/desk-client.ts';
import { openFollowUps, openTip, replyBytes } from '../../src/domain/tip/desk-open.ts';
import { MAILBOX_BYTES } from '../../src/domain/tip/limits.ts';
import { sealReply } from '../../src/domain/tip/seal.ts';
import { OPS } from '../../src/domain/tip/wire.ts';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';
import { openPracticeSite, type PracticeSite } from './support/practice-server.ts';
import { goOn, heading, phonePhoto, pressMain, SECRET_MARK, stored, STORY, tabTo, walkToSend } from './support/tip-walk.ts';

let browser: Browser;
let site: PracticeSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await openPracticeSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const good = <T>(answer: { ok: true; value: T } | { ok: false; fault: string }): T => {
  if (!answer.ok) throw new Error(answer.fault);
  return answer.value;
};

function desk(id: string): { client: DeskClient; identity: string } {
  const found = site.keys.desks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no desk ${id}`);
  const client = createDeskClient({ fetch, endpoint: site.keys.endpoint, salt: site.keys.salt, desk: id, signKey: fromHex(found.signKey) ?? random(32), clock: Date.now, random });
  return { client, identity: found.identity };
}

/** Requests since then that carry more than a question for a challenge. */
const opAt = (body: Buffer): number => body[4] ?? -1;
const carried = (since: number): Buffer[] => site.wire.slice(since).map(({ body }) => body).filter((body) => opAt(body) !== OPS.challenge);

async function open(context: BrowserContext, path: string, prepare: (page: Page) => Promise<void> = async () => {}) {
  const watched = await watchedPage(context, site.address);
  await prepare(watched.page);
  await watched.page.goto(site.address + path, { waitUntil: 'networkidle' });
  await heading(watched.page).first().waitFor();
  return watched;
}
const phone = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 390, height: 844 } });
const text = (page: Page): Promise<string> => page.locator('.tip').innerText();

const arrived = (page: Page) => page.getByRole('heading', { name: /Práctica terminada|Practice done/ }).waitFor({ timeout: 30_000 });

describe('a vendor saw something and tells it', () => {
  it('by keyboard alone, with a photo; only the desk reads it, and the answer reaches the nine words', async () => {
    const context = await phone();
    const { page, faults, requests } = await open(context, '/denuncia/');
    const historyBefore = await page.evaluate(() => history.length);
    const words = await walkToSend(page, { photo: await phonePhoto(), hand: 'keys' });
    await pressMain(page);
    await arrived(page);
    expect(page.url()).toBe(`${site.address}/denuncia/`);
    expect(await page.evaluate(() => history.length)).toBe(historyBefore);
    expect(await stored(page)).toBe(0);
    expect(faults).toEqual([]);

    // What anyone can take: the disk, the wire, the prints, the addresses asked for.
    const disk = await site.onDisk();
    const told = [...Object.values(STORY), ...Object.values(STORY).map((each) => each.slice(0, 14)), SECRET_MARK, 'Exif', 'IMG_2026', 'lucia', 'Lucia', words.slice(0, 3).join(' ')];
    const seen = Buffer.concat([disk, ...site.wire.flatMap(({ head, body }) => [Buffer.from(head), body]), Buffer.from(site.printed.join('\n')), Buffer.from(requests.join('\n'))]);
    for (const word of told) {
      expect(seen.includes(word), `«${word}» lies in the open`).toBe(false);
      expect(seen.includes(Buffer.from(word, 'utf16le')), `«${word}» lies in the open as UTF-16`).toBe(false);
      expect(seen.includes(Buffer.from(word).toString('hex')), `«${word}» lies in the open as hex`).toBe(false);
    }
    for (const address of ['127.0.0.1', '::1', 'localhost']) {
      expect(disk.includes(address), 'an address on disk').toBe(false);
      expect(site.printed.join('\n')).not.toContain(address);
    }
    for (const { head } of site.wire) expect(head).not.toMatch(/cookie|referer|authorization/i);

    // The desk of the region and the national one, each alone.
    const { client, identity } = desk('frontera-norte');
    const entry = good(await client.list()).entries.find(({ size }) => size > 1) ?? good(await client.list()).entries[0];
    if (entry === undefined) throw new Error('the tip is not in the worklist');
    const { sealed } = good(await client.get(entry.id));
    for (const key of [identity, desk('nacional').identity]) {
      const tip = await openTip(sealed, [key]);
      expect(tip).toMatchObject({ practice: true, emergency: false, what: STORY.what, where: { region: 'tumbes', place: STORY.place }, when: STORY.when, atRisk: { now: 'yes', who: STORY.who }, how: { kind: 'saw', words: STORY.how }, language: 'es-PE' });
      const photo = Buffer.from(tip.photos[0]?.bytes ?? []);
      const { width, height, exif, xmp, iptc } = await sharp(photo).metadata();
      expect({ edge: Math.max(width, height), exif, xmp, iptc }).toEqual({ edge: 1600, exif: undefined, xmp: undefined, iptc: undefined });
      expect(photo.includes(SECRET_MARK)).toBe(false);
      // It is the picture that was chosen, not an empty canvas: green, with white letters.
      const { channels } = await sharp(photo).stats();
      expect(Math.round(channels[1]?.mean ?? 0)).toBeGreaterThan(Math.round(channels[0]?.mean ?? 0));
      expect(channels[0]?.max).toBeGreaterThan(240);
    }
    await expect(openTip(sealed, [desk('sur-y-selva').identity])).rejects.toThrow();

    // The desk answers.
    const tip = await openTip(sealed, [identity]);
    if (tip.reply === null) throw new Error('a receipt was wanted');
    const answer = await sealReply(replyBytes({ kind: 'message', text: '¿Sigue ahí el local, hoy?', language: 'es' }, 1, tip.reply.threadKey), tip.reply.address);
    good(await client.reply(entry.id, random(16), answer));

    const reader = await open(context, '/denuncia/respuesta/');
    // As people copy: short, in capitals, without accents, with commas.
    await tabTo(reader.page, reader.page.locator('#reply-receipt'));
    await reader.page.keyboard.type(words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().slice(0, 4)).join(', '));
    await pressMain(reader.page);
    await reader.page.getByText('¿Sigue ahí el local, hoy?').waitFor({ timeout: 30_000 });
    expect(await text(reader.page), 'the receipt opens the answer, never the story').not.toContain('gorra');
    expect(await axeViolations(reader.page)).toEqual([]);

    await tabTo(reader.page, reader.page.locator('#reply-answer'));
    await reader.page.keyboard.type('Sí, abre a las seis');
    await pressMain(reader.page);
    await reader.page.getByText(/Tu mensaje llegó/).waitFor({ timeout: 30_000 });
    const { followUps } = await openFollowUps(good(await client.get(entry.id)).followUps, [identity], tip.reply.threadKey);
    expect(followUps.map(({ followUp }) => followUp.text)).toEqual(['Sí, abre a las seis']);
    expect(await stored(reader.page)).toBe(0);
    expect(reader.faults).toEqual([]);
    await context.close();
  });

  it('whoever tries a wrong receipt gets an answer of the same size, and one clear sentence', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/respuesta/');
    const sizes: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/buzon')) void response.body().then((body) => sizes.push(body.length));
    });
    const tryReceipt = async (typed: string): Promise<string> => {
      await page.locator('#reply-receipt').fill(typed);
      await pressMain(page);
      await page.waitForTimeout(150);
      return (await page.locator('.tip .errors').last().innerText({ timeout: 30_000 })).trim();
    };
    expect(await tryReceipt('abeja abeto')).toMatch(/nueve palabras/);
    expect(await tryReceipt('abeja abeto abono abrazo abrigo abuela aceituna acelga zzzz')).toMatch(/palabra 9/);
    expect(await tryReceipt('abeja abeto abono abrazo abrigo abuela aceituna acelga acento')).toMatch(/no van juntas/);
    // Eight times zero has the check word zero: a well-formed receipt that nobody was given.
    expect(await tryReceipt('0000 '.repeat(9))).not.toBe('');
    await page.getByText(/No hay ningún buzón/).first().waitFor({ timeout: 30_000 });
    expect(sizes).toEqual([MAILBOX_BYTES]);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });

  it.each(['/denuncia/', '/en/denuncia/'])('reads well on every screen of %s at 320 px', async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, colorScheme: path.startsWith('/en') ? 'dark' : 'light' });
    const { page, faults } = await open(context, path);
    const visited: string[] = [];
    await walkToSend(page, {
      photo: await phonePhoto(),
      async at(step) {
        visited.push(step);
        expect(await axeViolations(page), step).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${step} scrolls sideways`).toBeLessThanOrEqual(0);
        expect(await text(page), `${step} says that nobody reads`).toMatch(/Práctica: nadie lee|Practice: nobody reads/);
        if (step !== 'danger' && step !== 'photo in') expect(await heading(page).evaluate((element) => element === document.activeElement), `${step}: the focus is at its heading`).toBe(true);
        const small = await page.locator('.tip :is(button, select, input[type=text], textarea, summary, .press)').evaluateAll((all) => all.filter((each) => { const { height } = each.getBoundingClientRect(); return height > 0 && height < 44; }).map((each) => each.outerHTML.slice(0, 80)));
        expect(small, `${step}: targets under 44 px`).toEqual([]);
      },
    });
    await pressMain(page);
    await arrived(page);
    expect(await axeViolations(page), 'sent').toEqual([]);
    expect(visited.length).toBe(13);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('an error leads to its field, and «back» keeps everything', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    await pressMain(page);
    await page.locator('.tip .errors').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('.tip .errors').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tip-danger');
    expect(page.url()).toBe(`${site.address}/denuncia/`);
    await page.locator('#tip-danger-no').check();
    await goOn(page);
    await page.locator('#tip-what').fill('ayuda');
    await pressMain(page);
    expect(await page.locator('.tip .errors').innerText()).toMatch(/un poco más/);
    await goOn(page);
    await page.getByRole('button', { name: 'Volver' }).click();
    expect(await page.locator('#tip-what').inputValue()).toBe('ayuda');
    await context.close();
  });

  it('a receipt pasted into the story is noticed before anything is sent', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    const since = site.wire.length;
    const words = await walkToSend(page);
    await page.getByRole('button', { name: 'Volver' }).click();
    await page.locator('.answers').getByRole('button', { name: /Cambiar.*pasando/ }).click();
    await page.locator('#tip-what').fill(`${STORY.what}. Mi recibo: ${words.join(' ')}`);
    await pressMain(page);
    expect(await page.locator('.tip .errors').innerText()).toMatch(/recibo/);
    expect(carried(since)).toEqual([]);
    await context.close();
  });

  it('a file that is no photo gets a sentence, and the others stay', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    await page.locator('#tip-danger-no').check();
    for (const [id, value] of [['tip-what', STORY.what], ['tip-region', 'tumbes'], ['', ''], ['tip-riskNow', ''], ['tip-how', '']] as const) {
      await goOn(page);
      if (id === 'tip-region') await page.locator('#tip-region').selectOption(value);
      else if (value !== '') await page.locator(`#${id}`).fill(value);
      else if (id !== '') await page.locator(`#${id}`).check();
    }
    await goOn(page);
    const photo = { name: 'buena.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() };
    await page.locator('#tip-photos').setInputFiles([{ name: 'carta.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no soy una foto') }, photo, photo, photo]);
    await expect.poll(() => page.locator('.tip .photos img').count(), { timeout: 30_000 }).toBe(3);
    expect(await text(page)).toMatch(/No pudimos abrir «carta.jpg»/);
    await page.locator('#tip-photos').setInputFiles([photo]);
    await page.getByText(/Solo caben 3/).waitFor();
    await page.getByRole('button', { name: 'Quitar la foto 2' }).click();
    expect(await page.locator('.tip .photos img').count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });
});

describe('when something is broken, nothing leaves the phone', () => {
  it.each([
    ['the browser’s cryptography throws', () => { Object.defineProperty(crypto.subtle, 'importKey', { value: () => Promise.reject(new Error('broken')) }); }],
    ['random numbers fail', () => { Object.defineProperty(crypto, 'getRandomValues', { value: () => { throw new Error('broken'); } }); }],
    ['filling the envelope fails', () => { const { set } = Uint8Array.prototype; Object.defineProperty(Uint8Array.prototype, 'set', { value(this: Uint8Array, source: ArrayLike<number>, at?: number) { if (this.length >= 8_192) throw new Error('broken'); set.call(this, source, at); } }); }],
  ])('%s', async (_, breakIt) => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    const since = site.wire.length;
    await walkToSend(page, { receipt: false });
    await page.evaluate(breakIt);
    await pressMain(page);
    await page.locator('.tip .errors').waitFor({ timeout: 30_000 });
    expect(await text(page)).toMatch(/No se envió/);
    expect(carried(since)).toEqual([]);
    await context.close();
  });

  const altered = (change: (list: { desks: { national: boolean; keys: { recipient: string; fingerprint: string; validFrom: string; validTo: string }[] }[] }) => unknown) => async (page: Page) => {
    await page.route('**/denuncia/mesas.json', async (route) => {
      const list = (await (await route.fetch()).json()) as Parameters<typeof change>[0];
      const body = change(list);
      await route.fulfill({ contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(list) });
    });
  };

  it.each([
    ['the list of who reads is cut short', altered((list) => JSON.stringify(list).slice(0, -9))],
    ['a recipient was mistyped', altered((list) => { for (const { keys } of list.desks) for (const key of keys) key.recipient = `${key.recipient.slice(0, -1)}${key.recipient.endsWith('q') ? 'p' : 'q'}`; })],
    ['a recipient was exchanged and its fingerprint not', altered((list) => { for (const { keys } of list.desks) for (const key of keys) key.recipient = 'age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa'; })],
    ['there is no list', async (page: Page) => { await page.route('**/denuncia/mesas.json', (route) => route.fulfill({ status: 404, body: '' })); }],
    ['the sealing script does not come', async (page: Page) => { await page.route(/_astro\/sender/, (route) => route.abort()); }],
  ])('%s: the page says that nothing can be sent, and asks the letterbox nothing', async (_, prepare) => {
    const context = await phone();
    const since = site.wire.length;
    const { page } = await open(context, '/denuncia/', prepare);
    await page.getByText(/no se puede enviar nada/).waitFor();
    await page.locator('#tip-danger-no').check();
    await goOn(page);
    await page.locator('#tip-what').fill(STORY.what);
    await goOn(page);
    expect(await text(page)).toMatch(/Paso 2 de 6/);
    expect(site.wire.length).toBe(since);
    await context.close();
  });

  it.each([
    ['there is no national desk', altered((list) => { list.desks = list.desks.filter(({ national }) => !national); })],
    ['every key has run out', altered((list) => { for (const { keys } of list.desks) for (const key of keys) Object.assign(key, { validFrom: '2020-01-01', validTo: '2020-03-01' }); })],
  ])('%s: the tip is not sealed to fewer', async (_, prepare) => {
    const context = await phone();
    const since = site.wire.length;
    const { page } = await open(context, '/denuncia/', prepare);
    await walkToSend(page, { receipt: false });
    await pressMain(page);
    await page.locator('.tip .errors').waitFor({ timeout: 30_000 });
    expect(carried(since)).toEqual([]);
    await context.close();
  });

  it('a line that breaks loses nothing: the second try brings the same bytes, once', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    await walkToSend(page, { receipt: false });
    const since = site.wire.length;
    const before = good(await desk('nacional').client.list()).entries.length;
    // The tip arrives, but the answer is lost each time.
    let lose = true;
    await page.route('**/buzon', async (route) => {
      if (!lose) return route.continue();
      if ((route.request().postDataBuffer()?.[4] ?? 0) !== OPS.challenge) await route.fetch();
      return route.abort();
    });
    await pressMain(page);
    await page.locator('.tip .errors').waitFor({ timeout: 60_000 });
    expect(await text(page)).toMatch(/No hay señal o el buzón no contesta/);
    expect(await page.getByRole('link', { name: /Llamar al 105/ }).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    lose = false;
    await pressMain(page);
    await arrived(page);
    const keys = carried(since).filter((body) => opAt(body) === OPS.deposit).map((body) => body.subarray(5, 21).toString('hex'));
    expect(new Set(keys).size).toBe(1);
    expect(good(await desk('nacional').client.list()).entries.length).toBe(before + 1);
    await context.close();
  });

  it('works where there are no workers', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/', async (each) => { await each.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Worker'); }); });
    await walkToSend(page, { receipt: false });
    await pressMain(page);
    await arrived(page);
    await context.close();
  });

  it('without JavaScript there is no field, only the phone and the official ways', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ['/denuncia/', '/denuncia/respuesta/', '/en/denuncia/']) {
      await page.goto(site.address + path);
      expect(await page.locator('main :is(input, textarea, select, form)').count()).toBe(0);
      expect(await page.locator('main a[href="tel:105"]').count()).toBeGreaterThan(0);
      expect(await page.locator('main').innerText()).toMatch(/Necesita JavaScript|needs JavaScript/);
    }
    await context.close();
  });
});

describe('someone may come into the room', () => {
  const write = async (page: Page): Promise<void> => {
    await page.locator('#tip-danger-no').check();
    await goOn(page);
    await page.locator('#tip-what').fill(STORY.what);
  };

  it('a page left alone warns after 14 minutes and forgets after 15', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/', (each) => each.clock.install());
    await write(page);
    await page.clock.runFor('13:30');
    expect(await text(page)).not.toMatch(/¿Sigues ahí\?/);
    await page.clock.runFor('00:45');
    expect(await text(page)).toMatch(/¿Sigues ahí\?/);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sigo aquí' }).click();
    expect(await text(page)).not.toMatch(/¿Sigues ahí\?/);
    expect(await page.locator('#tip-what').inputValue()).toBe(STORY.what);
    await page.clock.runFor('15:05');
    expect(await text(page)).toMatch(/Borramos lo que había aquí/);
    expect((await page.content()).includes('mesera con pasaje'), 'the story is still in the page').toBe(false);
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
    await goOnFromDanger(page);
    expect(await page.locator('#tip-what').inputValue()).toBe('');
    await context.close();
  });

  it('leaving fast forgets the draft, and coming back finds an empty form', async () => {
    const context = await phone();
    const { page } = await open(context, '/denuncia/');
    await write(page);
    // What the head script says just before it covers the page.
    await page.evaluate(() => dispatchEvent(new Event('quick-exit')));
    await page.locator('#tip-danger-no').waitFor();
    expect(await page.locator('#tip-danger-no').isChecked()).toBe(false);
    await write(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await page.locator('#tip-danger-no').waitFor();
    await goOnFromDanger(page);
    expect(await page.locator('#tip-what').inputValue()).toBe('');
    await context.close();
  });

  const goOnFromDanger = async (page: Page): Promise<void> => {
    await page.locator('#tip-danger-no').check();
    await goOn(page);
  };
});

describe('a page without a letterbox', () => {
  it('helps to write a report, points at what tells on its writer, and never seems to have received it', async () => {
    const context = await phone();
    const { page, faults, requests } = await watchedPage(context, inject('site'));
    await page.goto(`${inject('site')}/denuncia/`, { waitUntil: 'networkidle' });
    await page.getByText(/no se puede enviar nada/).waitFor();
    await page.locator('#tip-danger').check();
    await goOn(page);
    expect(await heading(page).innerText()).toBe('Llama primero');
    expect(await axeViolations(page)).toEqual([]);
    await goOn(page);
    await page.locator('#tip-what').fill('Le ofrecen trabajo a mi hermana. Mi número es 987 654 321, DNI 45678912.');
    await goOn(page);
    await page.locator('#tip-region').selectOption('no-se');
    await goOn(page);
    await goOn(page);
    await page.locator('#tip-riskNow').check();
    await goOn(page);
    await page.locator('#tip-how').check();
    await goOn(page);
    const said = await text(page);
    expect(said).toMatch(/No lo hemos recibido/);
    expect(said).toMatch(/«mi hermana»/);
    expect(said).toMatch(/«987 654 321»/);
    expect(said).toMatch(/«45678912»/);
    expect(said).not.toMatch(/llegó|enviado|recibimos tu/i);
    expect(await page.locator('.report').innerText()).toContain('Le ofrecen trabajo a mi hermana.');
    expect(await axeViolations(page)).toEqual([]);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copiar' }).click();
    await page.getByText(/^Copiado/).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('DNI 45678912');
    expect(requests.filter((each) => each.includes('buzon'))).toEqual([]);
    expect(await stored(page)).toBe(0);
    expect(faults).toEqual([]);
    // On paper stands the report and nothing of ours.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').isVisible()).toBe(false);
    expect(await page.locator('#oficiales').isVisible()).toBe(false);
    expect(await page.locator('.report').isVisible()).toBe(true);
    await context.close();
  });

  it('says on the answers’ page that there are none to read', async () => {
    const context = await phone();
    const { page } = await watchedPage(context, inject('site'));
    await page.goto(`${inject('site')}/denuncia/respuesta/`, { waitUntil: 'networkidle' });
    await page.getByText(/no se pueden leer respuestas/).waitFor();
    expect(await page.locator('.tip :is(input, textarea)').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });
});
