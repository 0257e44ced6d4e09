import type { Page } from 'playwright-core';

/** What came out of the printer: how many sheets, and the size of the first in millimetres. */
export interface Paper {
  readonly sheets: number;
  readonly width: number;
  readonly height: number;
}

const POINT = 25.4 / 72;

/** Prints a page as a PDF and reads it: as its style asks, or on the paper that somebody has put in. */
export async function printed(page: Page, format?: 'A3' | 'A4' | 'A5'): Promise<Paper> {
  const bytes = await page.pdf(format === undefined ? { preferCSSPageSize: true } : { format });
  // Chromium writes its page objects uncompressed.
  const text = bytes.toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  return { sheets: (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, width: Math.round(Number(width) * POINT), height: Math.round(Number(height) * POINT) };
}
