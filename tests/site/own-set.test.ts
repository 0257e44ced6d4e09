import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { OwnSetData } from '../../src/components/own-set/data.ts';
import { bytesOf, files, pages, textOf, visibleText } from './built.ts';

const html = pages.find(({ path }) => path === '/docentes/armar/')?.html ?? '';
const sets = readdirSync('content/quizzes/es').map((file) => file.replace('.yaml', ''));
const data = JSON.parse([...html.matchAll(/<script type="application\/json">(.*?)<\/script>/gs)].map(([, text = '']) => text).find((text) => text.startsWith('{"items"')) ?? '') as OwnSetData;

/** Every script that the page may ask for, with what waits for a button. */
function scripts(): string[] {
  const found = new Set([...html.matchAll(/\/(_astro\/[\w.-]+\.js)/g)].map(([, file = '']) => file));
  for (const file of found) for (const [, next = ''] of textOf(file).matchAll(/["'`](?:\.\/|\/?_astro\/)([\w.-]+\.js)["'`]/g)) found.add(`_astro/${next}`);
  return [...found];
}

describe('the page where a teacher puts a set together', () => {
  it('has a door among the pages for teachers', () => {
    expect(pages.find(({ path }) => path === '/docentes/')?.html).toContain('href="/docentes/armar/"');
  });

  it('says without JavaScript what it needs, and offers every ready set', () => {
    const without = /<noscript>(.*?)<\/noscript>/s.exec(html.slice(html.indexOf('<h1')))?.[1] ?? '';
    expect(visibleText(without)).toContain('JavaScript');
    for (const id of sets) expect(without).toContain(`href="/docentes/${id}/"`);
  });

  it('offers every item of every ready set, whole, by an address of its own', () => {
    expect(data.items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(data.items.map(({ id }) => id)).size).toBe(data.items.length);
    expect([...new Set(data.items.map(({ id }) => id.split('/')[0]))].sort()).toEqual([...sets].sort());
    for (const { id, options, talk } of data.items) expect(options.every(({ text, feedback }) => text !== '' && feedback !== '') && talk !== '', id).toBe(true);
  });

  it('has a topic for every sign that an item is about', () => {
    const offered = [...(/<select id="tema".*?<\/select>/s.exec(html)?.[0] ?? '').matchAll(/<option value="([^"]+)"/g)].map(([, id = '']) => id);
    for (const { about, topic } of data.items) {
      expect(offered).toContain(about);
      // Topics with a hyphen are no warning signs: they are found by the kind of question.
      if (topic.includes('_')) expect(offered).toContain(topic);
    }
  });

  it('says in words why a class with codes does not go, and that nothing is kept here', () => {
    const words = visibleText(html);
    expect(words).toContain('«Código» solo va con los conjuntos listos');
    expect(words).toContain('Este sitio no guarda nada');
  });

  it('weighs at most 45 KB of script compressed, the files to take along included, and those wait for a button', () => {
    const bytes = scripts().reduce((sum, file) => sum + gzipSync(bytesOf(file), { level: 9 }).length, 0);
    expect(bytes, scripts().join(' ')).toBeLessThanOrEqual(45 * 1024);
    const waiting = files.filter((file) => /_astro\/take-files\./.test(file));
    expect(waiting).toHaveLength(1);
    expect(scripts()).toContain(waiting[0]);
    expect(html).not.toContain('take-files');
  });

  it('costs at most 60 KB compressed altogether, with all the items inside', () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
  });

  it('sends and keeps nothing', () => {
    for (const file of scripts()) expect(textOf(file), file).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|XMLHttpRequest|WebSocket|\bfetch\(/);
  });
});
