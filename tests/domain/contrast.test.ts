import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inks } from '../../src/domain/poster/family.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [light = '', rest = ''] = css.split('@media (prefers-color-scheme: dark)');
const [dark = '', plain = ''] = rest.split(':root.plain');

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}
const token = (name: string, ...blocks: string[]): string => {
  for (const block of blocks) {
    const found = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6})`).exec(block)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`tokens.css has no --${name}`);
};

describe.each([
  ['light', [light]],
  ['dark', [dark, light]],
  ['plain', [plain, light]],
] as const)('in the %s scheme', (_, blocks) => {
  it.each(['text', 'quiet', 'link', 'alert', 'caution', 'reassuring'])('--%s is readable on paper and on a card', (name) => {
    for (const ground of ['paper', 'card']) expect(contrast(token(name, ...blocks), token(ground, ...blocks))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([['main', 'on-bright'], ['help', 'on-bright'], ['night', 'on-night']])('text on --%s is readable', (ground, text) => {
    expect(contrast(token(ground, ...blocks), token(text, ...blocks))).toBeGreaterThanOrEqual(4.5);
  });
});

it.each(Object.entries(inks))('the words of a «%s» cover stand out from ground and rays', (_, ink) => {
  expect(contrast(ink.word, ink.ground)).toBeGreaterThanOrEqual(3);
  expect(contrast(ink.word, ink.ray)).toBeGreaterThanOrEqual(2.4);
});
