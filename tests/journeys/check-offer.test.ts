import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage, type WatchedPage } from './support/browser.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function checker(options: Parameters<Browser['newContext']>[0] = {}): Promise<WatchedPage & { context: BrowserContext; check(text: string): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const watched = await watchedPage(context, site);
  await watched.page.goto(`${site}/revisa/`);
  const check = async (text: string): Promise<void> => {
    await watched.page.locator('#oferta').fill(text);
    await watched.page.getByRole('button', { name: 'Revisar', exact: true }).click();
    await expect.poll(() => watched.page.locator('[data-status]').innerText()).not.toMatch(/^$|Cargando/);
  };
  return { ...watched, context, check };
}

const TRAP = 'Hola amiga, buscamos señoritas para bar en Mazuko. Te mando el pasaje y después lo pagas con tu trabajo. Deja tu DNI con la señora y no le digas a nadie';

describe('a girl checks the offer she got on WhatsApp', () => {
  it('sees the level, the marks on the words, why they matter and a person to call', async () => {
    const { page, faults, check, context } = await checker();
    await check(TRAP);
    await expect.poll(() => page.locator('.verdict').getAttribute('data-level')).toBe('alto');
    const marks = await page.locator('.marked mark').allInnerTexts();
    expect(marks.join(' ')).toMatch(/señoritas/);
    expect(marks.join(' ')).toMatch(/no le digas a nadie/);
    expect(await page.locator('.marked').innerText()).toContain('Te mando el pasaje');
    expect(await page.locator('.call-now a[href="tel:1818"]').isVisible()).toBe(true);
    const first = page.locator('[data-result] details.sign').first();
    expect(await first.innerText()).toMatch(/Qué hacer:/);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes a mark by keyboard to its explanation', async () => {
    const { page, check, context } = await checker();
    await check(TRAP);
    const link = page.locator('.marked mark a').first();
    await link.focus();
    await page.keyboard.press('Enter');
    const id = new URL(page.url()).hash.slice(1);
    expect(await page.locator(`[data-result] #${id}`).count()).toBe(1);
    await context.close();
  });

  it('sends nothing: after the page and its own files, no request at all, and nothing in storage', async () => {
    const { page, requests, check, context } = await checker();
    await check(TRAP);
    const before = requests.length;
    await check(`${TRAP} otra vez`);
    await check('Se necesita mozo para pollería en av. Grau 120, turno noche');
    expect(requests.length).toBe(before);
    expect(requests.some((url) => /Mazuko|pollería|DNI/i.test(decodeURIComponent(url)))).toBe(false);
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])).toEqual([0, 0, '', 0]);
    await context.close();
  });

  it('never says that an offer is safe', async () => {
    const { page, check, context } = await checker();
    await check('Empresa agrícola Valle Claro SAC, RUC 20999999078, contrata operarios de cosecha en Virú, av. Principal 200. Planilla, EsSalud, contrato antes de empezar, descanso los domingos, sueldo mínimo. No cobramos nada. Presentarse de lunes a viernes de 8 a 16 h con DNI.');
    expect(await page.locator('.verdict').innerText()).toMatch(/No vimos señales|Falta información/);
    expect(await page.locator('[data-result]').innerText()).not.toMatch(/segur[oa]\b/i);
    await context.close();
  });
});

describe('bad input gets a clear sentence', () => {
  it.each([
    ['nothing', '', /Todavía no hay texto/],
    ['only emoji', '🙌🔥💃🙏', /No encontramos palabras/],
    ['Arabic', 'مطلوب عاملات للعمل في مطعم براتب جيد جدا', /escritura que el revisor no lee/],
    ['German', 'Wir suchen dringend eine freundliche Verkäuferin für unseren kleinen Laden in der Stadt und bieten gute Bezahlung', /no parece castellano/],
  ])('%s', async (_, text, sentence) => {
    const { page, faults, check, context } = await checker();
    await check(text);
    expect(await page.locator('[data-status]').innerText()).toMatch(sentence);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('HTML stays text and nothing in it runs', async () => {
    const { page, faults, check, context } = await checker();
    await check('<img src=x onerror="document.title=\'roto\'"><script>document.title="roto"</script> buscamos señoritas para bar, te adelantamos el pasaje y lo pagas con tu trabajo');
    expect(await page.locator('.marked img, .marked script').count()).toBe(0);
    expect(await page.locator('.marked').innerText()).toContain('<img src=x');
    expect(await page.title()).not.toBe('roto');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a hundred thousand characters are answered, and the page says if it read only a part', async () => {
    const { page, faults, check, context } = await checker();
    const long = 'se busca ayudante de cocina para restaurante en el centro de la ciudad con sueldo mínimo '.repeat(1200);
    expect(long.length).toBeGreaterThan(100_000);
    await check(long);
    expect(await page.locator('.verdict').innerText()).toMatch(/leímos solo el comienzo/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a mistyped RUC is caught, and a good one proves nothing', async () => {
    const { page, context } = await checker();
    const ruc = page.locator('#ruc');
    const answer = page.locator('[data-ruc-answer]');
    await ruc.fill('20131312954');
    await page.keyboard.press('Enter');
    expect(await answer.innerText()).toMatch(/error de tipeo/);
    await ruc.fill('20131312955');
    await page.keyboard.press('Enter');
    expect(await answer.innerText()).toMatch(/no dice de quién es/);
    await ruc.fill('2013');
    await page.keyboard.press('Enter');
    expect(await answer.innerText()).toMatch(/este tiene 4/);
    await context.close();
  });

  it('when the engine does not arrive, the text stays and the page says what to do', async () => {
    const context = await browser.newContext();
    const { page } = await watchedPage(context, site);
    await page.route(/revisor\.json/, (route) => route.abort());
    await page.goto(`${site}/revisa/`);
    await page.locator('#oferta').fill(TRAP);
    await page.getByRole('button', { name: 'Revisar', exact: true }).click();
    await expect.poll(() => page.locator('[data-status]').innerText()).toMatch(/Tu texto sigue aquí/);
    expect(await page.locator('#oferta').inputValue()).toBe(TRAP);
    await page.unroute(/revisor\.json/);
    await page.getByRole('button', { name: 'Revisar', exact: true }).click();
    await expect.poll(() => page.locator('.verdict').count()).toBe(1);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('/revisa/ says so and shows signs, questions and steps', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/revisa/`);
    expect(await page.locator('noscript, .note').first().innerText()).toMatch(/no tiene JavaScript/);
    expect(await page.getByRole('button', { name: 'Revisar', exact: true }).isVisible()).toBe(false);
    expect(await page.locator('details.sign').count()).toBe(25);
    await page.locator('details.sign summary').first().click();
    expect(await page.locator('details.sign').first().innerText()).toMatch(/Por qué importa/);
    await context.close();
  });
});

it('the twelve illustrations of the research pass through the page with the levels one expects', async () => {
  const lines = readFileSync('tests/examples/offers/illustrations.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; text: string; label: 'risk' | 'ok'; offer: boolean });
  expect(lines.length).toBe(12);
  const { page, check, context } = await checker();
  for (const { id, text, label, offer } of lines) {
    await check(text);
    const level = await page.locator('.verdict').getAttribute('data-level');
    if (label === 'risk') expect(['alto', 'varias-senales'], id).toContain(level);
    else if (!offer) expect(level, id).toBe('no-es-oferta');
    else expect(['falta-informacion', 'sin-senales'], id).toContain(level);
  }
  await context.close();
});
