import { readFileSync } from 'node:fs';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveDesk, type DeskServer } from '#desk/http.ts';
import { openLetters, takeSeat, TOKEN, type Letters, type Seat } from '../desk/support/practice.ts';
import { axeViolations, openBrowser, watchedPage, type WatchedPage } from './support/browser.ts';

const HOUR = 3_600_000;
let letters: Letters;
let seat: Seat;
let server: DeskServer;
let browser: Browser;
let base = '';
let shift = 0;
let receipt: Awaited<ReturnType<Letters['send']>>;
beforeAll(async () => {
  const clock = (): number => Date.now() + shift;
  letters = await openLetters(clock);
  shift = -26 * HOUR;
  receipt = await letters.send({ emergency: true, what: 'En el bar de la esquina hay dos chicas que no dejan salir. <img src=x onerror=alert(1)>' });
  shift = -2 * HOUR;
  await letters.send({ where: { region: 'piura', place: '' } });
  shift = 0;
  let port = 0;
  seat = takeSeat(letters, { clock, authority: () => `127.0.0.1:${port}` });
  server = await serveDesk(seat.app, 0);
  port = server.port;
  base = `http://127.0.0.1:${port}/${TOKEN}/`;
  browser = await openBrowser();
});
beforeEach(() => seat.app.lock());
afterAll(async () => {
  await browser.close();
  await server.close();
  await letters.close();
});

/** Tab after Tab, as someone without a mouse, until the thing with this name and role has the focus. */
async function reach(page: Page, role: string, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role as 'button', { name }).first();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach the ${role} «${String(name)}».`);
}
const enter = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
};
/** The page has neither barrier nor fault, on a small and on a large screen, in light and in dark. */
async function sound({ page, faults }: WatchedPage, where: string): Promise<void> {
  for (const [width, colorScheme] of [[390, 'light'], [1280, 'dark']] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), `${where}, ${width}, ${colorScheme}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} is wider than ${width}`).toBe(true);
  }
  expect(faults, where).toEqual([]);
}

describe('an operator without a mouse', () => {
  it('enters, opens the most urgent tip, decides, notes, answers, hands over and locks', async () => {
    const watched = await watchedPage(await browser.newContext({ acceptDownloads: true }), base);
    const { page } = watched;
    await page.goto(base);
    await sound(watched, 'the door');
    await reach(page, 'combobox', 'Mesa');
    await page.keyboard.type('Mesa Frontera');
    await reach(page, 'textbox', 'Tu nombre o tus iniciales');
    await page.keyboard.type('R. Quispe');
    await enter(page);

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Avisos');
    expect(await page.locator('.due').allTextContents()).toEqual([expect.stringMatching(/^pasó el plazo hace [12] h$/), expect.stringMatching(/^vence en 2[12] h$/)]);
    await sound(watched, 'the list');
    await reach(page, 'button', /^Abrir aviso/);
    await enter(page);

    expect(await page.locator('main').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main').textContent()).toContain('alguien está en peligro ahora');
    await sound(watched, 'a tip');
    const summary = page.locator('summary', { hasText: 'Decidir: Riesgo' });
    for (let i = 0; i < 120 && !(await summary.evaluate((element) => element === document.activeElement)); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('No las dejan salir.');
    await page.keyboard.press('Tab');
    await enter(page);
    expect(await page.locator('main').textContent()).toContain('Decisión guardada.');
    expect(await page.locator('main').textContent()).toContain('Riesgo inmediato');

    await reach(page, 'textbox', 'Nota nueva');
    await page.keyboard.type('Llamé al 105.');
    await page.keyboard.press('Tab');
    await enter(page);
    expect(await page.getByText('Llamé al 105.').count()).toBe(1);

    await reach(page, 'textbox', 'Tu respuesta');
    await page.keyboard.type('Fuimos: hay dos chicas que no dejan salir');
    await page.keyboard.press('Tab');
    await enter(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Antes de enviar');
    await sound(watched, 'the second look');
    await reach(page, 'textbox', 'Tu respuesta');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Tu aviso llegó. Una persona lo leyó.');
    await page.keyboard.press('Tab');
    await enter(page);
    expect((await letters.replies(receipt)).replies.map(({ reply }) => reply.text)).toEqual(['Tu aviso llegó. Una persona lo leyó.']);
    await sound(watched, 'a tip at work');

    const identity = await generateX25519Identity();
    const start = page.locator('summary', { hasText: 'Preparar la entrega' });
    for (let i = 0; i < 120 && !(await start.evaluate((element) => element === document.activeElement)); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(await identityToRecipient(identity));
    await page.keyboard.press('Tab');
    await page.keyboard.type('Fiscalía');
    await page.keyboard.press('Tab');
    await enter(page);
    await sound(watched, 'the fingerprint');
    await reach(page, 'checkbox', 'La huella es igual');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const tar = await decrypter.decrypt(new Uint8Array(readFileSync(await download.path())));
    expect(new TextDecoder().decode(tar)).toContain('Llamé al 105.');

    for (const [room, heading] of [['Registro', 'Registro'], ['Cifras del mes', 'Cifras del mes']] as const) {
      await reach(page, 'link', room);
      await enter(page);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
      await sound(watched, room);
    }
    await reach(page, 'button', 'Bloquear');
    await enter(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Abrir la mesa');
    await page.goBack();
    expect(await page.locator('body').textContent()).not.toContain('Llamé al 105.');
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('looks twice before discarding, and is warned of what nobody has opened', async () => {
    const watched = await watchedPage(await browser.newContext(), base);
    const { page } = watched;
    await page.goto(base);
    await page.getByLabel('Mesa', { exact: true }).selectOption('frontera-norte');
    await page.getByLabel('Tu nombre').fill('R. Quispe');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await reach(page, 'checkbox', /^Elegir el aviso/);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Descartar los elegidos' }).press('Enter');
    await page.waitForSelector('h1:has-text("Descartar")');
    expect(await page.locator('main').textContent()).toContain('1 no lo ha abierto nadie');
    await sound(watched, 'discarding');
    await page.getByRole('link', { name: 'No, volver' }).press('Enter');
    await page.waitForSelector('h1:has-text("Avisos")');
    await page.getByRole('button', { name: 'Bloquear' }).press('Enter');
    await page.context().close();
  });

  it('is warned at 13 minutes, and at 15 the page is empty and the desk locked', async () => {
    const { page } = await watchedPage(await browser.newContext(), base);
    await page.clock.install();
    await page.goto(base);
    await page.getByLabel('Mesa', { exact: true }).selectOption('frontera-norte');
    await page.getByLabel('Tu nombre').fill('R. Quispe');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.waitForSelector('h1:has-text("Avisos")');
    await page.clock.runFor('13:30');
    expect(await page.locator('#idle-words').textContent()).toContain('En 2 minutos');
    await page.clock.runFor('02:00');
    await page.waitForSelector('h1:has-text("Abrir la mesa")');
    expect(await page.locator('main').textContent()).toContain('por falta de uso');
    await page.context().close();
  });
});
