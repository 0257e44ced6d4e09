import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { levels } from '../../src/domain/quiz/quiz.ts';
import { axeViolations, openBrowser, watchedPage } from './support/browser.ts';

const site = inject('site');
const DICE = '/docentes/material/dados/';
const LETTER = '/docentes/material/carta-a-la-familia/';
const CARDS = '/docentes/sesiones/tarjetas/';
const PLAN = '/docentes/sesiones/secundaria-3-5/';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Sheets of A4 that a page prints on. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  expect(text).toMatch(/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The smallest letters that stand on paper, in points, with the words that are in them; pictures have their own test. */
const smallestOnPaper = (page: Page): Promise<{ points: number; words: string }> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    let least = { points: Infinity, words: '' };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement as Element;
      const words = (node.textContent ?? '').trim();
      if (words === '' || holder.closest('svg, style, script') !== null || !holder.checkVisibility()) continue;
      const points = parseFloat(getComputedStyle(holder).fontSize) * 0.75;
      if (points < least.points) least = { points, words };
    }
    return least;
  });

describe('on a school’s printer', () => {
  const expected = [
    [DICE, 4],
    [LETTER, 1],
    [CARDS, 1],
    ...levels.flatMap((id) => [[`/docentes/sesiones/${id}/`, 2], [`/docentes/sesiones/${id}/ficha/`, 2], [`/docentes/sesiones/${id}/clave/`, 2]] as const),
  ] as const;

  it.each(expected)('%s takes at most %i sheets, in letters of 10 points or more', async (path, most) => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, site);
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(await sheets(page)).toBeLessThanOrEqual(most);
    await page.emulateMedia({ media: 'print' });
    const { points, words } = await smallestOnPaper(page);
    expect(points, words).toBeGreaterThanOrEqual(9.99);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a die is 44 mm wide, so that it stands in a hand', async () => {
    const page = await browser.newPage();
    await page.goto(site + DICE, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media: 'print' });
    const [millimetres, letters] = await page.locator('.net').first().evaluate((net) => {
      const perMillimetre = 96 / 25.4;
      const [fold] = net.querySelectorAll('.fold');
      const says = net.querySelector('.says') as SVGTextElement;
      return [(fold as SVGPathElement).getBoundingClientRect().height / perMillimetre, (says.getBoundingClientRect().width / perMillimetre)] as const;
    });
    expect(millimetres).toBeCloseTo(44, 0);
    expect(letters).toBeLessThan(44);
    await page.close();
  });

  it('no word on a face crosses the edge of the face', async () => {
    const page = await browser.newPage();
    await page.goto(site + DICE, { waitUntil: 'networkidle' });
    const wide = await page.locator('.net .says').evaluateAll((lines) => lines.map((line) => [line.textContent, (line as SVGTextElement).getBBox().width] as const).filter(([, width]) => width > 43));
    expect(wide).toEqual([]);
    await page.close();
  });
});

describe.each([
  { width: 320, colorScheme: 'light' as const },
  { width: 320, colorScheme: 'dark' as const },
  { width: 1280, colorScheme: 'light' as const },
  { width: 1280, colorScheme: 'dark' as const },
])('a teacher at $width px in the $colorScheme scheme', ({ width, colorScheme }) => {
  it.each(['/docentes/', '/docentes/sesiones/', '/docentes/material/', PLAN, CARDS, DICE, LETTER, `${PLAN}ficha/`, `${PLAN}clave/`])('reads %s: nothing cut, no violation, no error', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const { page, faults } = await watchedPage(context, site);
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'the page scrolls sideways').toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('a teacher takes the letter along with the keyboard alone', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const { page, faults } = await watchedPage(context, site);
  await page.goto(site + LETTER, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /\.docx/ }).focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('carta-a-la-familia.docx');
  expect(faults).toEqual([]);
  await context.close();
});
