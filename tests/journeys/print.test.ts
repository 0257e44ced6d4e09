import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, watchedPage, type WatchedPage } from './support/browser.ts';
import { printed } from './support/paper.ts';

const site = inject('site');
const sheets = readdirSync('content/campaign/pieces/es').map((name) => name.replace('.yaml', ''));
const posters = sheets.filter((id) => !['tiras', 'tarjeta-de-bolsillo'].includes(id));
const SIZES = { a3: [297, 420], a4: [210, 297], a5: [148, 210] } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page, does something with it, and finds that nothing went wrong on the way. */
async function visit(path: string, act: (watched: WatchedPage) => Promise<void>, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  const context = await browser.newContext(options);
  const watched = await watchedPage(context, site);
  await watched.page.goto(`${site}${path}`);
  await act(watched);
  expect(watched.faults).toEqual([]);
  await context.close();
}

describe('somebody prints a sheet of the campaign', () => {
  it.each(posters)('%s fills one sheet of A3, A4 or A5, as chosen, and nothing of it is cut off', async (id) => {
    await visit(`/campana/${id}/`, async ({ page }) => {
      for (const [size, [width, height]] of Object.entries(SIZES)) {
        await page.locator(`[name=papel][value=${size}]`).check();
        expect(await printed(page), size).toEqual({ sheets: 1, width, height });
        await page.emulateMedia({ media: 'print' });
        const cut = await page.locator('[data-sheet]').evaluate((sheet) => [sheet, ...sheet.querySelectorAll('div, ul, ol')].filter((each) => each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).display !== 'inline').map((each) => each.className));
        expect(cut, size).toEqual([]);
        await page.emulateMedia({ media: null });
      }
    });
  });

  it.each(['tiras', 'tarjeta-de-bolsillo'])('%s fits one A4 and shows no other word of the page', async (id) => {
    await visit(`/campana/${id}/`, async ({ page }) => {
      expect(await printed(page)).toEqual({ sheets: 1, width: 210, height: 297 });
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      expect(text).toContain('1818');
      expect(text).not.toMatch(/\btrata\b|sin trampa|repartir|explota|v[ií]ctima/i);
    });
  });

  it('prints with scripts off, too: the paper is chosen by the sheet itself', async () => {
    await visit('/campana/terminal/', async ({ page }) => {
      await page.locator('[name=papel][value=a5]').check();
      expect(await printed(page)).toEqual({ sheets: 1, width: 148, height: 210 });
      expect(await page.locator('print-button button').isVisible()).toBe(false);
      expect(await page.locator('main').innerText()).toContain('usa «Imprimir» en el menú');
    }, { javaScriptEnabled: false });
  });

  it('folds: the upper half of the pocket card stands on its head, and each face is a DNI wide', async () => {
    await visit('/campana/tarjeta-de-bolsillo/', async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const faces = await page.locator('.fold').first().locator('.face').evaluateAll((all) => all.map((face) => {
        const { x, y, width, height } = face.getBoundingClientRect();
        return { name: face.className.split(' ')[1], x, y, width: Math.round((width * 25.4) / 96), height: Math.round((height * 25.4) / 96), turned: getComputedStyle(face).transform.startsWith('matrix(-1') };
      }));
      const at = (name: string) => faces.find((face) => face.name === name);
      for (const face of faces) expect([face.width, face.height]).toEqual([85, 54]);
      expect(faces.filter(({ turned }) => turned).map(({ name }) => name).sort()).toEqual(['numbers', 'small']);
      // Folded back along the lying line, then along the standing one: the cover lies right, below, and the numbers behind it.
      expect(at('cover')?.x).toBe(at('numbers')?.x);
      expect(at('back')?.x).toBe(at('small')?.x);
      expect((at('cover')?.x ?? 0) > (at('back')?.x ?? 0) && (at('cover')?.y ?? 0) > (at('numbers')?.y ?? 0)).toBe(true);
    });
  });
});

describe('somebody prints for a desk', () => {
  it('gets the card on one side of A4, with its sources in short and nothing cut off', async () => {
    await visit('/operadores/tarjeta/', async ({ page }) => {
      expect(await printed(page)).toEqual({ sheets: 1, width: 210, height: 297 });
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      expect(text).toMatch(/Fuentes: 1 /);
      expect(text).not.toContain('Imprimir');
    });
  });

  it('gets a lesson with the answers open, on four sheets at most, of any size', async () => {
    await visit('/operadores/derivar/', async ({ page }) => {
      const { sheets: a4 } = await printed(page, 'A4');
      expect(a4).toBeLessThanOrEqual(4);
      // On other paper the browser scales the sheet of A4: as many, smaller or larger.
      expect((await printed(page, 'A5')).sheets).toBe(a4);
      expect((await printed(page, 'A3')).sheets).toBe(a4);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('details p').first().evaluate((answer) => answer.getBoundingClientRect().height)).toBeGreaterThan(10);
    });
  });

  it('gets the door of the course on two sheets of A4', async () => {
    await visit('/operadores/', async ({ page }) => {
      expect((await printed(page, 'A4')).sheets).toBeLessThanOrEqual(2);
    });
  });
});

const paths = ['/operadores/', '/operadores/recibir/', '/operadores/tarjeta/', '/campana/', ...sheets.map((id) => `/campana/${id}/`)];
describe('the pages around the sheets', () => {
  it.each(paths)('%s fits a small phone and a desk, by day and by night, and bars nobody', async (path) => {
    await visit(path, async ({ page }) => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await axeViolations(page), `${width} ${colorScheme}`).toEqual([]);
        }
      }
    });
  });
});
