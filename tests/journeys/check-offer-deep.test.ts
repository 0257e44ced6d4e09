import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage, type WatchedPage } from './support/browser.ts';

const site = inject('site');
const TRAP = 'Hola amiga, buscamos señoritas para bar en Mazuko. Te mando el pasaje y después lo pagas con tu trabajo. Deja tu DNI con la señora y no le digas a nadie';
const SHORT = 'Se necesita ayudante de cocina, sueldo 1200, escribir al interno';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Visit extends WatchedPage {
  readonly context: BrowserContext;
  check(text: string): Promise<void>;
}

async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  // Pages of the site may be kept (offline.test.ts); here it is asked what the checker leaves of a text.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers: 'block', ...options });
  const watched = await watchedPage(context, site);
  await watched.page.goto(`${site}/revisa/`);
  const check = async (text: string): Promise<void> => {
    await watched.page.locator('#oferta').fill(text);
    await watched.page.getByRole('button', { name: 'Revisar', exact: true }).click();
    await watched.page.locator('.verdict').waitFor();
  };
  return { ...watched, context, check };
}

/** Everything a site can leave behind on a phone: all of it must be empty. */
const leftBehind = (page: Page): Promise<unknown> =>
  page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
const NOTHING = [0, 0, '', 0, 0, 0];

const fitsInWidth = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** A screenshot as a girl would take it: two bubbles of a chat, with their clock. */
async function screenshot(html: string): Promise<Buffer> {
  const context = await browser.newContext({ viewport: { width: 412, height: 500 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0;padding:24px 12px;background:#e5ddd5;font:17px/1.4 Roboto,'DejaVu Sans',Arial,sans-serif">${html}</body>`);
  const picture = await page.screenshot();
  await context.close();
  return picture;
}
const bubble = (text: string, at: string): string => `<div style="max-width:300px;margin-bottom:14px;padding:10px 12px;background:#fff;border-radius:10px">${text}<div style="text-align:right;font-size:11px;color:#777">${at}</div></div>`;

describe('an offer that came by voice', () => {
  it('is told by keyboard alone in eight questions, and analysed', async () => {
    const { page, faults, requests, context } = await visit();
    await page.locator('[data-tool=guided] summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#pregunta-trabajo').waitFor();
    expect(await page.locator('[data-tool=guided] .field > :is(legend, label[for])').count()).toBe(8);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('mesera en un local');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mazuko');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4500 al mes');
    await page.keyboard.press('Tab');
    // One stop for the group, on «I don't know»; the arrow goes round to the first option.
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('input[value=descuento]').isChecked()).toBe(true);
    for (let stops = 0; stops < 8; stops++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('input[value=secreto]').isChecked()).toBe(true);
    const before = requests.length;
    await page.locator('[data-tool=guided] button[type=submit]').press('Enter');
    await page.locator('.verdict').waitFor();
    expect(await page.locator('#oferta').inputValue()).toBe('Se ofrece trabajo de mesera en un local. El trabajo es en Mazuko. Pagan 4500 al mes. Te damos pasaje, cuarto y comida, después se descuenta de tu sueldo. No le digas a nadie.');
    expect(await page.locator('.verdict').getAttribute('data-level')).toBe('alto');
    expect(await page.locator('[data-taken]').innerText()).toMatch(/salió de tus respuestas/);
    // The engine may still be on its way; what was answered may not.
    expect(requests.slice(before).some((url) => /mazuko|mesera|4500/i.test(decodeURIComponent(url)))).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('without an answer gets a sentence, and told again does not stand twice in the field', async () => {
    const { page, context } = await visit();
    await page.locator('[data-tool=guided] summary').click();
    const make = page.locator('[data-tool=guided] button[type=submit]');
    await make.click();
    await expect.poll(() => page.locator('[data-tool=guided] .said').innerText()).toMatch(/al menos una/);
    await page.locator('#pregunta-trabajo').fill('cosecha de uva');
    await make.click();
    await page.locator('.verdict').waitFor();
    await page.locator('#pregunta-lugar').fill('Ica');
    await make.click();
    await expect.poll(() => page.locator('#oferta').inputValue()).toBe('Se ofrece trabajo de cosecha de uva. El trabajo es en Ica.');
    await context.close();
  });
});

describe('a photo or a screenshot', () => {
  it('is read on the phone, only on request, with its size said before; nothing leaves and nothing stays', async () => {
    const { page, faults, requests, context } = await visit();
    const picture = await screenshot(bubble('Hola amiga, buscamos señoritas para atender en un bar en Mazuko.', '10:32 a. m.') + bubble('Te mando el pasaje y después lo pagas con tu trabajo. No le digas a nadie.', '10:33 a. m.'));
    const ocr = (): string[] => requests.filter((url) => url.includes('/ocr/'));
    await page.locator('[data-tool=photo] summary').press('Enter');
    await page.locator('#foto').waitFor();
    expect(await page.locator('[data-tool=photo]').innerText()).toMatch(/no sale de él ni se guarda[\s\S]*unos \d,\d MB \(como mucho \d,\d\)/);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('#foto').setInputFiles({ name: 'captura.png', mimeType: 'image/png', buffer: picture });
    expect(ocr()).toEqual([]);
    await page.locator('[data-tool=photo] button[type=submit]').press('Enter');
    await expect.poll(() => page.locator('#oferta').inputValue(), { timeout: 90_000 }).not.toBe('');
    const text = await page.locator('#oferta').inputValue();
    expect(text).toMatch(/buscamos señoritas para atender en un bar en Mazuko/);
    expect(text).toMatch(/después lo pagas con tu trabajo/);
    expect(text).not.toMatch(/10:3/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('oferta');
    expect(await page.locator('[data-taken]').innerText()).toMatch(/Corrige/);
    await page.getByRole('button', { name: 'Revisar', exact: true }).click();
    await page.locator('.verdict').waitFor();
    expect(await page.locator('.verdict').getAttribute('data-level')).toBe('alto');
    // One worker, one core, the data; all from here, none of them a place a picture could go.
    expect(new Set(ocr().map((url) => new URL(url).pathname)).size).toBe(3);
    expect(requests.every((url) => url.startsWith(site) || /^(blob|data):/.test(url))).toBe(true);
    expect(await leftBehind(page)).toEqual(NOTHING);
    expect(faults).toEqual([]);
    expect(await fitsInWidth(page)).toBe(true);

    // The reader is here already: a second photo costs no megabyte.
    const count = ocr().length;
    await page.locator('#foto').setInputFiles({ name: 'otra.png', mimeType: 'image/png', buffer: await screenshot(bubble('El contrato se firma cuando llegues.', '10:40 a. m.')) });
    await page.locator('[data-tool=photo] button[type=submit]').click();
    await expect.poll(() => page.locator('#oferta').inputValue(), { timeout: 90_000 }).toMatch(/lo pagas con tu trabajo[\s\S]*\n\n[\s\S]*El contrato se firma/);
    expect(ocr().length).toBe(count);
    await context.close();
  });

  it('costs no more than the page says', async () => {
    const { page, context } = await visit();
    const sizes = await page.evaluate(async () => {
      const kit = (await (await fetch('/revisa/herramientas.json')).json()) as { megabytes: { usual: number; most: number } };
      const bytes = await Promise.all(['worker.min.js', 'tesseract-core-simd-lstm.wasm.js', 'spa.traineddata.gz'].map(async (file) => (await (await fetch(`/ocr/${file}`)).arrayBuffer()).byteLength));
      return { ...kit.megabytes, real: bytes.reduce((sum, size) => sum + size, 0) / 1e6 };
    });
    expect(sizes.most).toBeGreaterThanOrEqual(sizes.real);
    expect(sizes.most - sizes.real).toBeLessThan(0.2);
    expect(sizes.usual).toBeLessThan(4.5);
    await context.close();
  });

  it('can be called off while the reader downloads, and the keyboard stays where it was', async () => {
    const { page, faults, context } = await visit();
    await page.route(/\/ocr\/spa/, () => undefined);
    await page.locator('[data-tool=photo] summary').click();
    await page.locator('#foto').setInputFiles({ name: 'captura.png', mimeType: 'image/png', buffer: await screenshot(bubble('Hola', '10:32')) });
    await page.locator('[data-tool=photo] button[type=submit]').click();
    const cancel = page.locator('[data-tool=photo]').getByRole('button', { name: 'Cancelar' });
    await cancel.press('Enter');
    await expect.poll(() => page.locator('[data-tool=photo] .said').innerText()).toMatch(/Cancelado/);
    expect(await cancel.isVisible()).toBe(false);
    expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement | null)?.type)).toBe('submit');
    expect(await page.locator('#oferta').inputValue()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([
    ['no file', undefined, /Primero elige una foto/],
    ['a document', { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }, /no es una foto/],
    ['a broken picture', { name: 'rota.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a00000000', 'hex') }, /No pudimos abrir esa foto/],
    ['an empty file', { name: 'nada.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, /No pudimos abrir esa foto/],
  ])('%s gets a sentence, and no megabyte is spent', async (_, file, sentence) => {
    const { page, requests, faults, context } = await visit();
    await page.locator('[data-tool=photo] summary').click();
    await page.locator('#foto').waitFor();
    if (file !== undefined) await page.locator('#foto').setInputFiles(file);
    await page.locator('[data-tool=photo] button[type=submit]').click();
    await expect.poll(() => page.locator('[data-tool=photo] .said').innerText()).toMatch(sentence);
    expect(requests.some((url) => url.includes('/ocr/'))).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a huge photo gets a sentence, and no megabyte is spent', async () => {
    const { page, requests, context } = await visit();
    await page.locator('[data-tool=photo] summary').click();
    await page.locator('#foto').waitFor();
    await page.locator('#foto').evaluate((field: HTMLInputElement) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(23_400_000)], 'enorme.jpg', { type: 'image/jpeg' }));
      field.files = chosen.files;
    });
    await page.locator('[data-tool=photo] button[type=submit]').click();
    await expect.poll(() => page.locator('[data-tool=photo] .said').innerText()).toMatch(/pesa 24 MB y el máximo es 20/);
    expect(requests.some((url) => url.includes('/ocr/'))).toBe(false);
    await context.close();
  });

  it('without letters gets a sentence', async () => {
    const { page, faults, context } = await visit();
    await page.locator('[data-tool=photo] summary').click();
    await page.locator('#foto').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: await screenshot('<div style="height:300px;border-radius:50%;background:#3a7"></div>') });
    await page.locator('[data-tool=photo] button[type=submit]').click();
    await expect.poll(() => page.locator('[data-tool=photo] .said').innerText(), { timeout: 90_000 }).toMatch(/No encontramos letras/);
    expect(await page.locator('#oferta').inputValue()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([['the data', /\/ocr\/spa/], ['the worker', /\/ocr\/worker/], ['the core', /\/ocr\/tesseract-core/]])('says so when %s does not arrive', async (_, part) => {
    const { page, context } = await visit();
    await context.route(part, (route) => route.abort());
    await page.locator('[data-tool=photo] summary').click();
    await page.locator('#foto').setInputFiles({ name: 'captura.png', mimeType: 'image/png', buffer: await screenshot(bubble('Hola', '10:32')) });
    await page.locator('[data-tool=photo] button[type=submit]').click();
    await expect.poll(() => page.locator('[data-tool=photo] .said').innerText(), { timeout: 60_000 }).toMatch(/no terminó de bajar/);
    expect(await page.locator('[data-tool=photo] button[type=submit]').isEnabled()).toBe(true);
    await context.close();
  });
});

describe('a text that says little', () => {
  it('gets the six questions first, ready to copy', async () => {
    const { page, check, faults, context } = await visit();
    await check(SHORT);
    expect(await page.locator('.verdict').getAttribute('data-level')).toBe('falta-informacion');
    expect(await page.locator('[data-result] > *').nth(1).locator('li').count()).toBe(6);
    await page.locator('[data-few] button').press('Enter');
    await expect.poll(() => page.locator('[data-few] [role=status]').innerText()).toMatch(/Copiadas/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^1\. ¿Quién contrata\?[\s\S]*\n6\. /);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a mother checks what her daughter got', () => {
  it('reads the same result in the third person, with what to say, what not to do, and a person to call', async () => {
    const { page, check, faults, context } = await visit();
    await check(TRAP);
    const signs = await page.locator('[data-result] details.sign').count();
    expect(await page.locator('[data-help]').count()).toBe(0);
    await page.locator('[data-other]').press('Space');
    await page.locator('[data-help]').waitFor();
    expect(await page.locator('[data-result] details.sign').count()).toBe(signs);
    expect(await page.locator('.verdict').innerText()).toMatch(/Que no viaje/);
    expect(await page.locator('[data-result] details.sign').first().innerText()).toMatch(/Puedes decirle:/);
    expect(await page.locator('[data-help]').innerText()).toMatch(/Qué decirle[\s\S]*Qué no hacer[\s\S]*No enfrentes/);
    expect(await page.locator('.call-now a[href="tel:1818"]').isVisible()).toBe(true);
    expect(await page.locator('.letter').innerText()).toMatch(/una persona que conozco/);
    // The cards of the page itself stay as they were.
    expect(await page.locator('#senal-deuda_adelanto').innerHTML()).toMatch(/Qué hacer:/);
    expect(await page.locator('[data-result]').innerText()).not.toMatch(/segur[oa]\b|víctima|es trata/i);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the verify walk', () => {
  it('is ticked by keyboard, dated, noted, copied and printed, and kept nowhere', async () => {
    const { page, faults, context } = await visit({ timezoneId: 'America/Lima' });
    await page.clock.setFixedTime(new Date('2026-11-25T02:30:00Z'));
    const step = page.locator('[data-step=sunat]');
    await step.locator('input[type=checkbox]').press('Space');
    await expect.poll(() => step.innerText()).toMatch(/Revisado el 24 de noviembre de 2026/);
    await step.locator('input:not([type])').fill('Activo, pero empezó hace dos meses');
    expect(await page.locator('.summary li').count()).toBe(6);
    expect(await page.locator('.summary').innerText()).toMatch(/Lo que dice la SUNAT · Revisado el 24 de noviembre de 2026 · Activo, pero empezó hace dos meses/);
    await page.getByRole('button', { name: 'Copiar lo que ya revisé' }).press('Enter');
    await expect.poll(() => page.locator('.summary .said').innerText()).toMatch(/Copiado/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/☑ Lo que dice la SUNAT/);
    expect(copied).toMatch(/☐ El contrato · Falta revisar/);
    expect(await axeViolations(page)).toEqual([]);

    await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
    await page.getByRole('button', { name: 'Imprimir lo que ya revisé' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sheet').isVisible()).toBe(true);
    expect(await page.locator('main').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await page.locator('.sheet').count()).toBe(0);

    await step.locator('input[type=checkbox]').press('Space');
    await expect.poll(() => page.locator('.summary').isVisible()).toBe(false);
    expect(await leftBehind(page)).toEqual(NOTHING);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the plan card', () => {
  it('is filled in by keyboard, shown, copied, printed at its size and drawn as a picture', async () => {
    const { page, faults, requests, context } = await visit();
    await page.locator('#adonde').focus();
    for (const answer of ['Jr. Puno 120, Juliaca, restaurante El Altiplano', 'Con mi prima Rosa', 'Domingo 8 de la noche', 'manzanilla', '951 000 001', '951 000 002', 'Mi tía', '80 soles', 'Mi mamá']) {
      await page.keyboard.type(answer);
      await page.keyboard.press('Tab');
    }
    await expect.poll(() => page.locator('.plan-card dd').count()).toBe(9);
    expect(await page.locator('.plan-card').innerText()).toMatch(/Mi palabra clave\s+manzanilla/);
    expect(await axeViolations(page)).toEqual([]);

    await page.locator('[data-act=copy]').press('Enter');
    await expect.poll(() => page.locator('[data-plan-said]').innerText()).toMatch(/Copiado/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Mi viaje\nAdónde voy: Jr\. Puno 120[\s\S]*1818, opción 1/);

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-act=picture]').press('Enter')]);
    expect(download.suggestedFilename()).toBe('mi-viaje.png');
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    const png = Buffer.concat(parts);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1080);
    expect(png.readUInt32BE(20)).toBeGreaterThan(1000);
    await expect.poll(() => page.locator('[data-plan-said]').innerText()).toMatch(/descargas/);

    await page.evaluate(() => (window.print = () => undefined));
    for (const [size, width, height] of [['a6', 105, 148], ['a4', 210, 297]] as const) {
      await page.locator('#tamano').selectOption(size);
      await page.locator('[data-act=print]').press('Enter');
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) => [Math.round(Number(x) / 2.8346), Math.round(Number(y) / 2.8346)]);
      expect(boxes, size).toEqual([[width, height]]);
    }
    expect(requests.some((url) => /altiplano|manzanilla/i.test(decodeURIComponent(url)))).toBe(false);
    expect(await leftBehind(page)).toEqual(NOTHING);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('empty prints as lines to fill in by hand', async () => {
    const { page, context } = await visit();
    await page.evaluate(() => (window.print = () => undefined));
    await page.locator('[data-act=print]').click();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.sheet dd[data-empty=true]').count()).toBe(9);
    await context.close();
  });

  it('says so when its script does not arrive, and works the next time', async () => {
    const { page, context } = await visit();
    await page.route(/herramientas\.json/, (route) => route.abort());
    await page.locator('#adonde').fill('Juliaca');
    await expect.poll(() => page.locator('[data-plan-said]').innerText()).toMatch(/No cargó/);
    expect(await page.locator('#adonde').inputValue()).toBe('Juliaca');
    await page.unroute(/herramientas\.json/);
    await page.locator('[data-act=copy]').click();
    await expect.poll(() => page.locator('[data-plan-said]').innerText()).toMatch(/Copiado/);
    await context.close();
  });
});

describe('sending it to somebody trusted', () => {
  it('shows the message before, and carries the offer only when ticked', async () => {
    const { page, check, faults, context } = await visit();
    await check(TRAP);
    const preview = page.locator('.letter');
    expect(await preview.innerText()).toMatch(/Señales fuertes[\s\S]*Señales que aparecen:[\s\S]*Falta preguntar:[\s\S]*1818, opción 1/);
    expect(await preview.innerText()).not.toMatch(/Mazuko/);
    const send = page.locator('[data-send]');
    await send.getByRole('button', { name: 'Copiar el mensaje' }).press('Enter');
    await expect.poll(() => send.locator('.said').innerText()).toMatch(/Copiado/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/Mazuko/);
    await send.locator('input[type=checkbox]').press('Space');
    expect(await preview.innerText()).toMatch(/La oferta dice:[\s\S]*Mazuko/);
    expect(await preview.innerText()).not.toMatch(/segur[oa]\b|\btrata\b/i);

    await context.route('https://wa.me/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' }));
    expect(await page.locator('a[href*="wa.me"]').count()).toBe(0);
    const [chat] = await Promise.all([context.waitForEvent('page'), send.getByRole('button', { name: 'Abrir en WhatsApp' }).press('Enter')]);
    await chat.waitForURL(/wa\.me/);
    expect(new URL(chat.url()).searchParams.get('text')).toMatch(/Señales fuertes[\s\S]*Mazuko/);
    expect(await chat.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('hands text alone to the phone’s own share sheet, where there is one', async () => {
    const { page, check, context } = await visit();
    await page.evaluate(() => {
      (window as unknown as { shared: unknown[] }).shared = [];
      Object.defineProperty(navigator, 'share', { configurable: true, value: (data: unknown) => Promise.resolve((window as unknown as { shared: unknown[] }).shared.push(data)) });
    });
    await check(TRAP);
    await page.locator('[data-send]').getByRole('button', { name: 'Compartir', exact: true }).press('Enter');
    const shared = await page.evaluate(() => (window as unknown as { shared: Record<string, string>[] }).shared);
    expect(shared.map((each) => Object.keys(each))).toEqual([['text']]);
    expect(shared[0]?.['text']).toMatch(/Señales fuertes/);
    await context.close();
  });
});

describe('nothing is left', () => {
  async function fillAll({ page, check }: Visit): Promise<void> {
    await page.locator('[data-tool=guided] summary').click();
    await page.locator('#pregunta-trabajo').fill('mesera');
    await page.locator('[data-step=ruc] input[type=checkbox]').check();
    await page.locator('#nota-ruc').fill('20131312955');
    await page.locator('#ruc').fill('20131312955');
    await page.locator('#adonde').fill('Juliaca');
    await page.locator('.plan-card').waitFor();
    await page.locator('[data-other]').check();
    await check(TRAP);
  }

  it('after «Borrar todo»: text, result, answers, ticks, notes and card', async () => {
    const all = await visit();
    const { page, faults, context } = all;
    await fillAll(all);
    await page.locator('form[data-offer] [data-clear]').press('Enter');
    expect(await page.locator('#oferta').inputValue()).toBe('');
    expect(await page.locator('[data-result] > *').count()).toBe(0);
    expect(await page.locator('#pregunta-trabajo').count()).toBe(0);
    await expect.poll(() => page.locator('.summary').isVisible()).toBe(false);
    expect(await page.locator('[data-card]').isVisible()).toBe(false);
    expect(await page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')].filter((field) => (field.type === 'checkbox' ? field.checked : field.value !== '')).map(({ id }) => id))).toEqual([]);
    expect(await page.evaluate(() => document.body.innerHTML)).not.toMatch(/Juliaca|Mazuko|mesera en/);
    expect(await page.locator('[data-status]').innerText()).toMatch(/Todo borrado/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('oferta');
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('at the quick exit, before the other page has come', async () => {
    const all = await visit();
    const { page, context } = all;
    await fillAll(all);
    const left = await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')];
      dispatchEvent(new Event('quick-exit'));
      return fields.filter((field) => (field.type === 'checkbox' ? field.checked : field.type !== 'radio' && field.isConnected && field.value !== '')).map(({ id }) => id);
    });
    expect(left).toEqual([]);
    expect(await page.locator('[data-result] > *').count()).toBe(0);
    expect(await leftBehind(page)).toEqual(NOTHING);
    await context.close();
  });
});

describe.each([
  ['a narrow phone', { viewport: { width: 320, height: 640 } }],
  ['a phone at night', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }],
])('%s', (_, options) => {
  it('shows everything at once without scrolling sideways or a barrier', async () => {
    const { page, check, faults, context } = await visit(options);
    // One after the other: what the first opens moves the second, and a press that is under way then misses it.
    for (const [tool, field] of [['guided', '#pregunta-trabajo'], ['photo', '#foto']] as const) {
      await page.locator(`[data-tool=${tool}] summary`).click();
      await page.locator(field).waitFor();
    }
    await page.locator('#adonde').fill('Jr.UnaDireccionMuyLargaSinEspaciosQueNoCabeEnNingunaPantallaDeTelefono120');
    await page.locator('[data-step=direccion] input[type=checkbox]').check();
    await page.locator('#nota-direccion').fill('https://unadireccionmuylarga.ejemplo.pe/sin/espacios/que/no/cabe/en/la/pantalla');
    await page.locator('.plan-card').waitFor();
    await page.locator('[data-other]').check();
    await check(TRAP);
    expect(await fitsInWidth(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('the walk and the plan can be read, ticked, filled in and printed; no button pretends', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/revisa/`);
    expect(await page.locator('[data-step]').count()).toBe(6);
    await page.locator('[data-step=ruc] input[type=checkbox]').check();
    await page.locator('#adonde').fill('Juliaca');
    for (const button of await page.locator('main button').all()) expect(await button.isVisible()).toBe(false);
    expect(await page.locator('[data-tool]').first().isVisible()).toBe(false);
    await context.close();
  });
});

it('the first visit loads no tool: engine, photo reader and card wait to be asked for', async () => {
  const { page, requests, context } = await visit();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => /ocr|revisor\.json|herramientas\.json|guided|photo|plan-|walk|result/.test(url))).toEqual([]);
  await context.close();
});
