import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { renderSVG } from 'uqr';
import { makeResultCode, readResultCode } from '../../src/domain/classroom/result-code.ts';
import { readClassCode } from '../../src/domain/classroom/class-code.ts';
import { setIds } from '../../src/domain/classroom/set-ids.ts';
import type { SetData } from '../../src/domain/classroom/view.ts';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
const CLASS = 35;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The first set on the door of the teachers, as a reader finds it. */
async function firstSet(page: Page): Promise<string> {
  await page.goto(`${site}/docentes/`, { waitUntil: 'networkidle' });
  return (await page.locator('main .cards a').first().getAttribute('href')) ?? '';
}
const dataOf = <Data>(page: Page, element: string): Promise<Data> => page.locator(`${element} script[type="application/json"]`).evaluate((script) => JSON.parse(script.textContent ?? '') as Data);
const kept = (page: Page) => page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, location.search]);
const nothing = [0, 0, '', 0, ''];
/** Every number that the results show as a count of people. */
const shownCounts = async (page: Page): Promise<number[]> => (await page.locator('[data-results] [data-into="n"]').allInnerTexts()).filter((text) => /^\d+$/.test(text)).map(Number);
const onProjector = async (): Promise<{ context: BrowserContext; page: Page; faults: string[] }> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true });
  return { context, ...(await watchedPage(context, site)) };
};
/** The answer of pupil `p` to item `i`: most are right, one or two are not. */
const answerOf = (p: number, right: number | undefined, options: number): number => (p < CLASS - 6 ? (right ?? 0) : (right ?? 0) + 1 + (p % 2)) % options;
async function leave(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(`${site}/docentes/`);
  return asked;
}

describe('a class hour of 35 pupils with paper cards', () => {
  it('is held with the keyboard alone; totals are right, nothing below five is shown, nothing stays', async () => {
    const { context, page, faults } = await onProjector();
    await page.goto(`${site}${await firstSet(page)}tarjetas/`, { waitUntil: 'networkidle' });
    const { set } = await dataOf<{ set: SetData }>(page, 'class-cards');
    await page.locator('[data-start]').press('Enter');
    for (const [i, { right, options }] of set.items.entries()) {
      await expectLarge(page);
      if (i === 0) expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press(i % 2 === 0 ? 'PageDown' : 'ArrowRight');
      for (let p = 0; p < CLASS; p += 1) await page.keyboard.press(p % 2 === 0 ? 'ABCD'[answerOf(p, right, options)] ?? '' : String(answerOf(p, right, options) + 1));
      expect(await page.locator('[data-item]:not([hidden]) [data-total]').innerText()).toContain(String(CLASS));
      // One too many, and taken back.
      await page.keyboard.press('a');
      await page.keyboard.press('Shift+A');
      await expectLarge(page);
      if (i === 0) expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('PageDown');
      const bars = await page.locator('[data-item]:not([hidden]) [data-n]').allInnerTexts();
      expect(bars[right ?? 0]).toBe(String(CLASS - 6));
      expect(bars.filter((text) => /^[1-4]$/.test(text))).toEqual([]);
      await expectLarge(page);
      if (i === 0) expect(await axeViolations(page)).toEqual([]);
      // Every explanation, then the talk, then the next question.
      for (let step = 0; step < options + 1; step += 1) {
        await page.keyboard.press('ArrowRight');
        if (i === 0) await expectLarge(page);
        expect(await page.locator('[data-item]:not([hidden]) p:visible').count()).toBeGreaterThan(0);
      }
      await page.keyboard.press('ArrowRight');
    }
    await expectResults(page, set);
    expect(await kept(page)).toEqual(nothing);
    expect(await leave(page)).toEqual(['beforeunload']);
    await page.goBack();
    expect(await page.locator('[data-results] .result').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows no bars for four cards, and says why', async () => {
    const { context, page } = await onProjector();
    await page.goto(`${site}${await firstSet(page)}tarjetas/`);
    await page.locator('[data-start]').click();
    await page.keyboard.press('PageDown');
    for (const key of 'AABA') await page.keyboard.press(key);
    expect(await page.locator('[data-item]:not([hidden]) [data-count]').allInnerTexts()).not.toContain('1');
    await page.keyboard.press('PageDown');
    expect(await page.locator('[data-item]:not([hidden]) .bar:visible').count()).toBe(0);
    expect(await page.locator('[data-few]:visible').innerText()).toContain('menos de 5');
    await context.close();
  });
});

describe('a class hour of 35 pupils with one device', () => {
  it('passes it on 35 times; a device left in the middle is wiped and not counted', async () => {
    const { context, page, faults } = await onProjector();
    await page.clock.install();
    await page.goto(`${site}${await firstSet(page)}quiosco/`, { waitUntil: 'networkidle' });
    const { set } = await dataOf<{ set: SetData }>(page, 'class-kiosk');
    await page.locator('[data-do=open]').press('Enter');
    for (let p = 0; p < CLASS; p += 1) {
      await page.locator('[data-do=begin]').press('Enter');
      for (let i = 0; i < 5; i += 1) {
        const { right, options } = set.items[i] ?? { right: 0, options: 3 };
        if (p === 0 && i === 0) {
          await page.locator('form[data-walk] [type=submit]').press('Enter');
          expect(await page.locator('[data-choose]').innerText()).not.toBe('');
          expect(await axeViolations(page)).toEqual([]);
        }
        await page.locator('[data-question]:not([hidden]) input').nth(answerOf(p, right, options)).press('Space');
        await page.locator('form[data-walk] [type=submit]').press('Enter');
      }
      expect(await page.locator('[data-question] input:checked').count()).toBe(0);
      await page.locator('[data-do=ready]').press('Enter');
    }
    // The next one answers a question and walks away.
    await page.locator('[data-do=begin]').press('Enter');
    await page.locator('[data-question]:not([hidden]) input').first().press('Space');
    await page.clock.runFor(21_000);
    expect(await page.locator('[data-idle]').isVisible()).toBe(true);
    await page.locator('[data-do=stay]').press('Enter');
    expect(await page.locator('[data-idle]').isVisible()).toBe(false);
    await page.clock.runFor(41_000);
    expect(await page.locator('[data-wiped]').innerText()).not.toBe('');
    expect(await page.locator('[data-people]').innerText()).toContain(String(CLASS));
    await page.locator('[data-do=results]').press('Enter');
    await expectResults(page, { ...set, items: set.items.slice(0, 5) });
    expect(await kept(page)).toEqual(nothing);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a class hour of 35 pupils with codes', () => {
  it('goes from the board to a pupil, and from the pupil to the results', async () => {
    const { context, page, faults } = await onProjector();
    const set = await firstSet(page);
    await page.goto(`${site}${set}codigo/`, { waitUntil: 'networkidle' });
    const { sets } = await dataOf<{ sets: [SetData, SetData] }>(page, 'class-codes');
    await page.locator('[data-do=count]').press('Enter');
    expect(await page.locator('[data-tally]').innerText()).toContain('Primero');
    await page.locator('[data-do=create]').press('Enter');
    const classCode = await page.locator('[data-classes] .code').innerText();
    const tag = readClassCode(classCode)?.tag ?? -1;
    expect(await axeViolations(page)).toEqual([]);

    const pupil = await watchedPage(context, site);
    const code = await answerAsPupil(pupil.page, classCode, sets[0]);
    expect(readResultCode(code)?.tag).toBe(tag);
    expect(pupil.requests.filter((url) => url.includes(classCode) && !url.includes('#'))).toEqual([]);
    expect(await kept(pupil.page)).toEqual(nothing);
    expect(pupil.faults).toEqual([]);

    const others = Array.from({ length: CLASS - 1 }, (_, p) => makeResultCode(tag, sets[0].items.slice(0, 10).map(({ right, options }) => answerOf(p + 1, right, options)), drawBy(p)));
    const [swapped, mistyped, foreign] = [swap(others[0] ?? ''), `${code.slice(0, -1)}U`, makeResultCode((tag + 1) % 1024, [0], drawBy(99))];
    await page.locator('textarea').fill([code.toLowerCase(), ...others, code, swapped, mistyped, foreign].join('\n'));
    await page.locator('[data-do=count]').press('Enter');
    expect(await page.locator('[data-tally]').innerText()).toMatch(/35\D+4\./);
    expect(await page.locator('[data-not-list] li').count()).toBe(4);
    const why = await page.locator('[data-not-list]').innerText();
    for (const reason of ['¿Es la misma persona?', 'otra clase', 'dos al revés']) expect(why).toContain(reason);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('[data-do=same]').press('Enter');
    expect(await page.locator('[data-not-list] li').count()).toBe(3);
    expect(await page.locator('[data-into=people]').innerText()).toContain('35');
    await page.locator('[data-do=results]').press('Enter');
    await expectResults(page, { ...sets[0], items: sets[0].items.slice(0, 10) });
    expect(await kept(page)).toEqual(nothing);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('compares two classes side by side, and takes 5,000 codes at once without freezing', async () => {
    const { context, page, faults } = await onProjector();
    await page.goto(`${site}${await firstSet(page)}codigo/`, { waitUntil: 'networkidle' });
    const { sets } = await dataOf<{ sets: [SetData, SetData] }>(page, 'class-codes');
    await page.locator('[data-do=create]').click();
    await page.locator('[data-do=create]').click();
    const tags = (await page.locator('[data-classes] .code').allInnerTexts()).map((text) => readClassCode(text)?.tag ?? -1);
    expect(new Set(tags).size).toBe(2);
    const codes = Array.from({ length: 5000 }, (_, p) => makeResultCode(tags[p % 2] ?? 0, sets[0].items.slice(0, 10).map(({ right, options }) => (p % 4 === 0 ? (right ?? 0) + 1 : (right ?? 0)) % options), drawBy(p)));
    const took = await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const begin = performance.now();
      document.querySelector('textarea')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      document.querySelector<HTMLElement>('[data-do=count]')?.click();
      return performance.now() - begin;
    }, [...codes, ...Array.from({ length: 30 }, () => 'NO-SIRVE')].join('\n'));
    expect(took).toBeLessThan(1500);
    const [counted = 0] = ((await page.locator('[data-tally]').innerText()).match(/\d+/g) ?? []).map(Number);
    expect(counted).toBe(new Set(codes).size);
    expect(await page.locator('[data-not-list] li').count()).toBe(20);
    await page.locator('[data-do=results]').click();
    const rows = await page.locator('.compare tbody tr').allInnerTexts();
    expect(rows.length).toBe(10);
    expect(rows.every((row) => /\d+ %.*\d+ %/s.test(row))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('joins the short test before the hour with its twin after it', async () => {
    const { context, page, faults } = await onProjector();
    await page.goto(`${site}/docentes/antes/codigo/`, { waitUntil: 'networkidle' });
    await page.locator('[data-do=create]').click();
    await page.locator('[data-do=create]').click();
    const classes = (await page.locator('[data-classes] .code').allInnerTexts()).map(readClassCode);
    expect(classes.map((each) => setIds[each?.set ?? -1])).toEqual(['antes', 'despues']);
    const codes = classes.flatMap((each) => Array.from({ length: 10 }, (_, p) => makeResultCode(each?.tag ?? 0, [0, 0, 0, 0, 1, 1], drawBy(p))));
    await page.locator('textarea').fill(codes.join('\n'));
    await page.locator('[data-do=count]').click();
    expect(await page.locator('[data-into=people]').allInnerTexts()).toEqual(['Códigos contados: 10', 'Códigos contados: 10']);
    await page.locator('[data-do=results]').click();
    expect(await page.locator('.compare tbody tr').count()).toBe(4);
    expect(await page.locator('[data-results] .result').count()).toBe(12);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('answers a wrong class code with a sentence, on the board and at the door', async () => {
    const { context, page } = await onProjector();
    const set = await firstSet(page);
    await page.goto(`${site}${set}codigo/`);
    await page.locator('summary').first().click();
    await page.locator('#codigo-guardado').fill('ABC');
    await page.locator('[data-do=keep]').click();
    expect(await page.locator('[data-class-problem]').innerText()).toContain('Revísalo');
    await page.goto(`${site}/docentes/codigo/`);
    await page.locator('#codigo-clase').fill('ABCDEF');
    await page.locator('code-door [type=submit]').click();
    expect(await page.locator('[data-problem]').innerText()).toContain('pizarra');
    await page.goto(`${site}${set}responder/#ABCDEF`);
    expect(await page.locator('[data-problem]').innerText()).toContain('pizarra');
    expect(await page.locator('[data-do=begin]').isVisible()).toBe(false);
    await context.close();
  });

  it('reads a code from a pupil’s screen with the camera, without the browser’s own reader', async () => {
    const code = makeResultCode(77, [1, 0], drawBy(3));
    const film = join(await mkdtemp(join(tmpdir(), 'codigo-')), 'film.mjpeg');
    const frame = await sharp(Buffer.from(renderSVG(code, { ecc: 'M', border: 6 }))).resize(480, 480).extend({ left: 80, right: 80, background: '#fff' }).jpeg().toBuffer();
    await writeFile(film, Buffer.concat(Array.from({ length: 5 }, () => frame)));
    const filming = await openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
    const context = await filming.newContext();
    const { page, faults } = await watchedPage(context, site);
    await page.goto(`${site}${await firstSet(page)}codigo/`, { waitUntil: 'networkidle' });
    await page.locator('[data-do=create]').click();
    await page.locator('[data-do=camera]').click();
    await expect.poll(() => page.locator('[data-not-list]').innerText()).toContain('otra clase');
    expect(await page.locator('[data-not-list] li').count()).toBe(1);
    await page.locator('[data-do=camera]').click();
    expect(await page.locator('video').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
    await filming.close();
  });

  it('says in words that there is no camera or no permission, and goes on by hand', async () => {
    const { context, page } = await onProjector();
    await page.goto(`${site}${await firstSet(page)}codigo/`, { waitUntil: 'networkidle' });
    await page.locator('[data-do=create]').click();
    await page.locator('[data-do=camera]').click();
    await expect.poll(() => page.locator('[data-camera-told]').innerText()).toContain('a mano');
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('on a small phone in the %s scheme', (colorScheme) => {
  it('every page for teachers and pupils reads well: nothing cut, no violation, no error', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
    const { page, faults } = await watchedPage(context, site);
    const set = await firstSet(page);
    for (const path of ['/docentes/', '/docentes/codigo/', set, ...['clase', 'tarjetas', 'quiosco', 'codigo', 'responder'].map((tool) => `${set}${tool}/`)]) {
      await page.goto(site + path, { waitUntil: 'networkidle' });
      expect(await axeViolations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the table of a class', () => {
  it('opens in Excel, with what is kept back kept back', async () => {
    const { context, page } = await onProjector();
    await page.goto(`${site}${await firstSet(page)}tarjetas/`);
    await page.locator('[data-start]').click();
    await page.keyboard.press('PageDown');
    for (const key of 'AAAAAAAAAABBC') await page.keyboard.press(key);
    await page.locator('[data-finish]').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=csv]').click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const first = csv.split('\r\n').slice(1, 4);
    expect(first.map((row) => row.split(';').slice(-2).join())).toEqual(['10,13', 'reservado,13', 'reservado,13']);
    await context.close();
  });
});

function drawBy(seed: number): (below: number) => number {
  let state = seed * 7919 + 17;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function swap(code: string): string {
  const i = [...code].findIndex((letter, at) => at > 0 && letter !== code[at - 1]);
  return code.slice(0, i - 1) + code[i] + code[i - 1] + code.slice(i + 1);
}

/** Everything on the stage at 1280 × 720 is at least 28 px. */
async function expectLarge(page: Page): Promise<void> {
  const small = await page.locator('.stage').evaluate((stage) => {
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (node.textContent?.trim() && parent?.checkVisibility() && parseFloat(getComputedStyle(parent).fontSize) < 28) found.push(`${getComputedStyle(parent).fontSize} ${node.textContent.trim()}`);
    }
    return found;
  });
  expect(small).toEqual([]);
}

/** The results say what 35 pupils answered by `answerOf`, and no bar from 1 to 4. */
async function expectResults(page: Page, set: Pick<SetData, 'items'>): Promise<void> {
  expect(await page.locator('[data-results] .result').count()).toBe(set.items.length);
  for (const [i, { right }] of set.items.entries()) {
    const result = page.locator('[data-results] .result').nth(i);
    expect(await result.locator('[data-into="answers"]').innerText()).toContain(String(CLASS));
    expect(await result.locator('[data-into="n"]').nth(right ?? 0).innerText()).toBe(String(CLASS - 6));
  }
  expect((await shownCounts(page)).filter((n) => n > 0 && n < 5)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
}

/** A pupil writes the class code at the door, answers by keyboard, and reads out the code. */
async function answerAsPupil(page: Page, classCode: string, set: SetData): Promise<string> {
  await page.goto(`${site}/docentes/codigo/`, { waitUntil: 'networkidle' });
  await page.locator('#codigo-clase').fill(classCode.toLowerCase());
  await page.keyboard.press('Enter');
  // Chromium drops keys before the first picture of a page.
  await page.waitForURL(/responder/);
  await page.waitForLoadState('networkidle');
  await page.locator('[data-do=begin]').press('Enter');
  for (const { right, options } of set.items.slice(0, 10)) {
    await page.locator('[data-question]:not([hidden]) input').nth(answerOf(0, right, options)).press('Space');
    await page.keyboard.press('Enter');
  }
  expect(await page.locator('[data-qr] svg').isVisible()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  return (await page.locator('[data-code]').innerText()).replace('-', '');
}
