import { readFileSync } from 'node:fs';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
const ADDRESS = `${site}/docentes/armar/`;
const CLASS = 35;
const HOSTILE = '<img src=x onerror="document.title=\'mal\'">';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}
async function atDesk(options: Parameters<Browser['newContext']>[0] = {}): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true, ...options });
  const watched = await watchedPage(context, site);
  await watched.page.goto(ADDRESS, { waitUntil: 'networkidle' });
  return { context, ...watched };
}
/** Presses Tab, on through the whole page and around, until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}
const lines = (page: Page) => page.locator('[data-chosen] [data-list] > li');
const questions = (page: Page) => lines(page).locator('[data-into=question]').allInnerTexts();
const notice = (page: Page) => page.locator('[data-notice]');
const kept = (page: Page) => page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, location.search]);
const nothing = [0, 0, '', 0, ''];

async function pick(page: Page, ...places: number[]): Promise<void> {
  for (const at of places) await page.locator('[data-ready] li:not([hidden]) input').nth(at).check();
}
async function writeOwn(page: Page, question: string, right?: number): Promise<void> {
  await page.locator('[data-write] [data-do=write]').click();
  await page.locator('#propia-question').fill(question);
  for (const [i, text] of ['Digo que sí', 'Pregunto quién paga'].entries()) {
    await page.locator(`#propia-text-${i}`).fill(text);
    await page.locator(`#propia-feedback-${i}`).fill(`Porque la ${i + 1} es así.`);
  }
  if (right !== undefined) await page.locator(`#propia-right-${right}`).check();
  await page.locator('[data-own-form] [type=submit]').click();
}
async function linkOf(page: Page): Promise<string> {
  await page.locator('[data-keep] [data-do=link]').click();
  await page.locator('#enlace').waitFor();
  return page.locator('#enlace').inputValue();
}
async function open(page: Page, text: string, name = 'mio.sintrampa.json'): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'conjunto-')), name);
  await writeFile(file, text);
  await page.locator('[data-file]').setInputFiles(file);
  await notice(page).waitFor();
}
async function save(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describe('a teacher with a keyboard alone', () => {
  it('picks, writes, orders and takes back; the link opens the same set in a new page, and no host sees it', async () => {
    const { context, page, faults, requests } = await atDesk();
    const key = async (target: string, press = 'Enter'): Promise<void> => {
      await tabTo(page, page.locator(target).first());
      await page.keyboard.press(press);
    };
    await key('[data-ready] li:not([hidden]) input', 'Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await key('[data-write] [data-do=write]');
    await page.keyboard.type('¿Qué harías tú?');
    for (const field of ['text-0', 'feedback-0', 'text-1', 'feedback-1']) {
      await tabTo(page, page.locator(`#propia-${field}`));
      await page.keyboard.type(`Mi ${field}`);
    }
    await key('[data-own-form] [type=submit]');
    expect(await page.locator('[data-faults]').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#propia-right-0').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await key('[data-own-form] [type=submit]');
    const [first = '', second = ''] = await questions(page);
    expect(await questions(page)).toEqual([first, second, '¿Qué harías tú?']);
    // The new line has the focus: to the button before it, then up twice; the focus goes along.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await questions(page)).toEqual(['¿Qué harías tú?', first, second]);
    expect(await page.locator('[data-said]').innerText()).toMatch(/pregunta 1 de 3\. 3 preguntas: de 9 a 12 minutos/);
    await key('[data-list] > li:last-child [data-act=remove]');
    expect(await questions(page)).toEqual(['¿Qué harías tú?', first]);
    await key('[data-do=undo]');
    expect(await questions(page)).toHaveLength(3);
    await tabTo(page, page.locator('#conjunto-nombre'));
    await page.keyboard.type('Para 3.º B');
    await key('[data-keep] [data-do=link]');
    await page.locator('#enlace').waitFor();
    const link = await page.locator('#enlace').inputValue();
    expect(await page.locator('[data-length]').innerText()).toContain(String(link.length));

    const other = await watchedPage(await browser.newContext(), site);
    await other.page.goto(link, { waitUntil: 'networkidle' });
    expect(await questions(other.page)).toEqual(['¿Qué harías tú?', first, second]);
    expect(await other.page.locator('#conjunto-nombre').inputValue()).toBe('Para 3.º B');
    expect(await notice(other.page).innerText()).toContain('no Sin Trampa');
    expect(await lines(other.page).first().innerText()).toContain('De tu docente');
    expect([...requests, ...other.requests].filter((url) => url.includes('conjunto=') && !url.includes('#conjunto='))).toEqual([]);
    expect([await kept(page), await kept(other.page)]).toEqual([nothing, nothing]);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.page.context().close();
    await context.close();
  });
});

describe('a teacher keeps a set', () => {
  it('as a file, and opens it again by picking it or by dropping it', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 0, 2, 4);
    await writeOwn(page, HOSTILE, 1);
    const before = await questions(page);
    const { name, text } = await save(page, '[data-do=file]');
    expect(name).toBe('mi-conjunto.sintrampa.json');
    await page.locator('[data-do=clear]').click();
    expect(await lines(page).count()).toBe(0);
    await page.locator('details[data-open] summary').click();
    await open(page, text);
    expect(await questions(page)).toEqual(before);
    await page.locator('[data-do=clear]').click();
    await page.locator('own-set').evaluate((tool, held) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([held], 'mio.sintrampa.json'));
      tool.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    await expect.poll(() => questions(page)).toEqual(before);
    await page.locator('[data-do=sheet]').click();
    expect(await page.locator('own-set img').count()).toBe(0);
    expect(await page.title()).not.toBe('mal');
    expect(await kept(page)).toEqual(nothing);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('and is proposed the file when the link gets long', async () => {
    const { context, page } = await atDesk();
    await page.locator('[data-write] [data-do=write]').click();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      if (n > 1) await page.locator('[data-write] [data-do=write]').click();
      await page.locator('#propia-scene').fill(Array.from({ length: 50 }, (_, i) => ((i + 2) * n * 7919).toString(36)).join(' ').slice(0, 400));
      await page.locator('#propia-question').fill(`¿Pregunta ${n}?`);
      for (const i of [0, 1]) {
        await page.locator(`#propia-text-${i}`).fill(`Opción ${i}`);
        await page.locator(`#propia-feedback-${i}`).fill(Array.from({ length: 30 }, (_, k) => ((k + 5) * (n + i) * 104729).toString(36)).join(' '));
      }
      await page.locator('#propia-right-0').check();
      await page.locator('[data-own-form] [type=submit]').click();
    }
    expect((await linkOf(page)).length).toBeGreaterThan(2_000);
    expect(await page.locator('[data-length]').innerText()).toContain('mejor guarda el archivo');
    await context.close();
  });

  it('and is asked before an unkept set is left, not after it was kept; a page that comes back is empty', async () => {
    const { context, page } = await atDesk();
    await pick(page, 1);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(`${site}/docentes/`);
    expect(asked).toEqual(['beforeunload']);
    await page.goBack();
    expect(await lines(page).count()).toBe(0);
    await pick(page, 1);
    await save(page, '[data-do=file]');
    await page.goto(`${site}/docentes/`);
    expect(asked).toEqual(['beforeunload']);
    await context.close();
  });
});

describe('what a teacher can get wrong', () => {
  it('a question without a right answer: said in words beside it, and nothing that was written is lost', async () => {
    const { context, page, faults } = await atDesk();
    await writeOwn(page, '¿Sin respuesta?');
    expect(await page.locator('[data-faults]').innerText()).toContain('Ninguna opción está marcada como correcta');
    expect(await lines(page).count()).toBe(0);
    expect(await page.locator('#propia-question').inputValue()).toBe('¿Sin respuesta?');
    await page.locator('#propia-text-1').fill('DIGO QUE SÍ');
    await page.locator('#propia-text-3').fill('Otra');
    await page.locator('#propia-question').fill('x'.repeat(170));
    await page.locator('[data-own-form] [type=submit]').click();
    const said = await page.locator('[data-faults]').innerText();
    for (const sentence of ['Letras de más: 10', 'Las opciones A y B dicen lo mismo', 'La opción C está vacía', 'Falta explicar la opción D']) expect(said).toContain(sentence);
    expect(await page.locator('#propia-question').inputValue()).toHaveLength(170);
    expect(await axeViolations(page)).toEqual([]);
    // Another one can't push it aside.
    await page.locator('[data-chosen] [data-do=write]').click();
    expect(await page.locator('#propia-question').inputValue()).toHaveLength(170);
    expect(await page.locator('[data-said]').innerText()).toContain('a medio escribir');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a file that is no set, of another version, cut or too large: a sentence each, and the set stays', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 0, 1);
    const before = await questions(page);
    const file = (more: object): string => JSON.stringify({ format: 'sin-trampa/conjunto', version: 1, title: '', items: [], ...more });
    const tries = [['Hola', 'no es un conjunto'], ['{"a":1}', 'de otra cosa'], [file({}).slice(0, -2), 'dañado'], [file({ version: 9 }), 'más nueva'], [file({ version: 0 }), 'versión anterior'], [file({ items: 3 }), 'dañado'], [' '.repeat(3_000_000), 'demasiado grande']];
    for (const [text = '', sentence = ''] of tries) {
      await open(page, text);
      await expect.poll(() => notice(page).innerText()).toContain(sentence);
      expect(await notice(page).innerText()).toContain('no cambió');
      expect(await questions(page)).toEqual(before);
    }
    expect(await axeViolations(page)).toEqual([]);
    await open(page, file({ items: ['otra/que-no-existe', 'secundaria-1-2/madrina-y-colegio', { question: '¿Rota?', options: [{ text: 'a', feedback: 'b' }], right: 5 }] }));
    await expect.poll(() => notice(page).innerText()).toContain('Preguntas: 1.');
    expect(await notice(page).innerText()).toMatch(/otra\/que-no-existe[\s\S]*¿Rota\?/);
    await page.locator('[data-do=undo]').click();
    expect(await questions(page)).toEqual(before);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a link with a wrong letter, or cut: said in words', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 0, 1);
    const link = await linkOf(page);
    for (const bad of [link.slice(0, -5), `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`, link.replace('conjunto=', 'conjunt=')]) {
      const other = await context.newPage();
      await other.goto(bad, { waitUntil: 'networkidle' });
      expect(await notice(other).innerText()).toContain('una letra cambiada');
      expect(await lines(other).count()).toBe(0);
      await other.close();
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('an empty set can’t be taken to class, and says so', async () => {
    const { context, page } = await atDesk();
    for (const what of ['cards', 'kiosk', 'file', 'link', 'take']) {
      await page.locator(`[data-do=${what}]`).first().click();
      expect(await notice(page).innerText()).toContain('al menos una pregunta');
    }
    await context.close();
  });
});

describe('a class hour of 35 pupils with a teacher’s own set', () => {
  it('is held with cards: totals are right, own questions are marked, nothing below five is shown, nothing stays', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 0, 3);
    await writeOwn(page, HOSTILE, 1);
    await page.locator('[data-do=cards]').click();
    await page.locator('[data-start]').press('Enter');
    for (let item = 0; item < 3; item += 1) {
      const stage = page.locator('[data-item]:not([hidden])');
      expect(await stage.locator('[data-into=mark]').count()).toBe(item === 2 ? 1 : 0);
      if (item === 2) {
        expect(await stage.locator('h2').innerText()).toBe(HOSTILE);
        expect(await stage.locator('[data-option]').count()).toBe(2);
        expect(await axeViolations(page)).toEqual([]);
      }
      await page.keyboard.press('PageDown');
      for (let p = 0; p < CLASS; p += 1) await page.keyboard.press(p < CLASS - 6 ? 'b' : 'a');
      await page.keyboard.press('PageDown');
      expect((await stage.locator('[data-n]').allInnerTexts()).slice(0, 2)).toEqual(['6', '29']);
      await page.keyboard.press('PageDown');
      expect(await stage.locator('[data-option]:visible').count()).toBe(1);
      expect(await stage.locator('[data-option]:visible strong').innerText()).toContain('Correcta');
      // The other explanations, the talk of a ready question, and on.
      const rest = item === 2 ? 2 : (await stage.locator('[data-option]').count()) + 1;
      for (let step = 0; step < rest; step += 1) await page.keyboard.press('PageDown');
    }
    expect(await page.locator('[data-results] .result').count()).toBe(3);
    expect(await page.locator('[data-results] .result').last().innerText()).toMatch(/35[\s\S]*Acertó el 83 %/);
    expect(await page.locator('own-set img').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    // Closing asks, because something is counted; then the set is there again and a new class begins at nothing.
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.locator('[data-do=close]').click();
    expect(await page.locator('[data-results]').isVisible()).toBe(true);
    await page.locator('[data-do=close]').click();
    expect(asked).toEqual(['confirm', 'confirm']);
    expect(await lines(page).count()).toBe(3);
    await page.locator('[data-do=cards]').click();
    await page.locator('[data-start]').click();
    await page.keyboard.press('PageDown');
    expect(await page.locator('[data-item]:not([hidden]) [data-total]').innerText()).toContain('0');
    expect(await kept(page)).toEqual(nothing);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is passed round on one device', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 1);
    await writeOwn(page, '¿Mía?', 0);
    await page.locator('[data-do=kiosk]').click();
    await page.locator('[data-do=open]').click();
    for (let p = 0; p < CLASS; p += 1) {
      await page.locator('[data-do=begin]').click();
      for (let i = 0; i < 2; i += 1) {
        const question = page.locator('[data-question]:not([hidden])');
        if (p === 0) expect(await question.locator('[data-into=mark]').count()).toBe(i);
        await question.locator('input').nth(p < 29 ? 0 : 1).check();
        await page.locator('form[data-walk] [type=submit]').click();
      }
      await page.locator('[data-do=ready]').click();
    }
    await page.locator('[data-screen=ready] [data-do=results]').click();
    expect(await page.locator('[data-results] .result').last().locator('[data-into=n]').allInnerTexts()).toEqual(['29', '6']);
    expect(await kept(page)).toEqual(nothing);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a teacher takes the set along', () => {
  it('on paper: the sheet prints without being opened, and with its answers when asked', async () => {
    const { context, page, faults } = await atDesk();
    await pick(page, 0, 1);
    await writeOwn(page, '¿La mía?', 1);
    await page.pdf();
    const sheet = page.locator('[data-sheet-items] .item');
    expect(await sheet.count()).toBe(3);
    expect(await sheet.last().textContent()).toMatch(/Pregunta 3 de 3\s*De tu docente[\s\S]*Pregunto quién paga\s*✓ Correcta/);
    await page.locator('[data-do=sheet]').click();
    await page.evaluate(() => (globalThis.print = () => (document.body.dataset['open'] = String(document.querySelectorAll('details.key[open]').length))));
    await page.locator('[data-print=key]').click();
    expect(await page.locator('body').getAttribute('data-open')).toBe('3');
    await page.locator('[data-print=sheet]').click();
    expect(await page.locator('body').getAttribute('data-open')).toBe('0');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('as one file that runs alone with the network off, as GIFT and as a table, made here and on request', async () => {
    const { context, page, faults, requests } = await atDesk();
    await pick(page, 0, 1);
    await writeOwn(page, HOSTILE, 1);
    expect(requests.filter((url) => url.includes('take-files'))).toEqual([]);
    const html = await save(page, '[data-kind=html]');
    expect(html.name).toBe('mi-conjunto.html');
    expect(Buffer.byteLength(html.text)).toBeLessThan(60 * 1024);
    expect((await save(page, '[data-kind=gift]')).text.match(/^::/gm)).toHaveLength(3);
    expect((await save(page, '[data-kind=csv]')).text.split('\r\n')).toHaveLength(5);
    const file = join(await mkdtemp(join(tmpdir(), 'hoja-')), 'hoja.html');
    await writeFile(file, html.text);
    const alone = await context.newPage();
    await context.setOffline(true);
    await alone.goto(`file://${file}`);
    expect(await alone.locator('section h2').nth(2).innerText()).toContain('De tu docente');
    expect(await alone.locator('img').count()).toBe(0);
    await alone.locator('label').nth(-1).click();
    expect(await alone.locator('.f:visible').innerText()).toContain('Así es.');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.each([320, 1280])('at %i px', (width) => {
  it.each(['light', 'dark'] as const)('everything reads well in the %s scheme: nothing cut, no violation, thumbs fit', async (colorScheme) => {
    const { context, page, faults } = await atDesk({ viewport: { width, height: 800 }, colorScheme });
    const well = async (): Promise<void> => {
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      const small = await page.locator('own-set :is(button, select, summary, input[type=text], textarea):visible').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44 || each.getBoundingClientRect().width < 44).map((each) => each.outerHTML.slice(0, 80)));
      expect(small).toEqual([]);
    };
    await well();
    await pick(page, 0, 1);
    await writeOwn(page, `¿${'Larguísima'.repeat(12)}?`);
    await page.locator('[data-ready] summary').first().click();
    await well();
    await page.locator('#propia-right-0').check();
    await page.locator('[data-own-form] [type=submit]').click();
    await page.locator('details[data-open] summary').click();
    await linkOf(page);
    await page.locator('[data-do=sheet]').click();
    await well();
    await page.locator('[data-do=cards]').click();
    await well();
    expect(faults).toEqual([]);
    await context.close();
  });
});
