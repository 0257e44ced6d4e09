import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bytesOf, pages, textOf, visibleText } from './built.ts';

const FOLDER = 'content/self-checks/es';
const checks = readdirSync(FOLDER).map((file) => ({ id: file.replace('.yaml', ''), ...(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as { title: string; shelf?: string }) }));
const html = (path: string): string => pages.find((page) => page.path === path)?.html ?? '';

/** Every script that a page loads, and what stands inside it. */
function scriptBytes(page: string): number {
  const found = new Set([...page.matchAll(/\/(_astro\/[\w.-]+\.js)/g)].map(([, file = '']) => file));
  for (const file of found) for (const [, next = ''] of textOf(file).matchAll(/["'`](?:\.\/|\/?_astro\/)([\w.-]+\.js)["'`]/g)) found.add(`_astro/${next}`);
  const inside = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code).join('\n');
  return [...found].reduce((sum, file) => sum + gzipSync(bytesOf(file), { level: 9 }).length, gzipSync(inside, { level: 9 }).length);
}

describe('the self-checks as built', () => {
  it('have a card each on the list', () => {
    expect(checks.map(({ id }) => id).sort()).toEqual(['enganche', 'trabajando', 'viaje']);
    for (const { id, title } of checks) {
      expect(html('/test/')).toContain(`href="/test/${id}/"`);
      expect(visibleText(html('/test/'))).toContain(title);
    }
  });

  it('stand in the library under the question of the same readers', () => {
    const library = html('/articulos/');
    expect(checks.find(({ id }) => id === 'trabajando')?.shelf).toBe('ya-estoy-ahi');
    for (const { id, shelf = '' } of checks) {
      const place = library.slice(library.indexOf(`id="${shelf}"`));
      expect(place.slice(0, place.indexOf('<ul')), id).toContain(`href="/test/${id}/"`);
    }
  });

  it.each(['/test/', ...checks.map(({ id }) => `/test/${id}/`)])('%s can be heard, and shows no button before the phone has a voice', (path) => {
    expect(html(path).match(/<read-aloud[^>]* hidden/g)).toHaveLength(1);
    const [, reads = '?'] = /<read-aloud[^>]* data-reads="([^"]+)"/.exec(html(path)) ?? [];
    expect(html(path)).toContain(`id="${reads}"`);
  });

  it.each(checks.map(({ id }) => `/test/${id}/`))('%s needs at most 45 KB of script, compressed, and keeps nothing with it', (path) => {
    expect(scriptBytes(html(path))).toBeGreaterThan(1024);
    expect(scriptBytes(html(path))).toBeLessThanOrEqual(45 * 1024);
    for (const [, file = ''] of html(path).matchAll(/src="\/(_astro\/(?:SelfCheck|ReadAloud)[\w.-]+\.js)"/g)) expect(textOf(file), file).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|XMLHttpRequest|fetch\(/);
  });
});
