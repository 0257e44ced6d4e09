import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { setIds } from '../../src/domain/classroom/set-ids.ts';
import { bytesOf, pages, textOf, visibleText } from './built.ts';

interface Set {
  readonly items: readonly { readonly question: string; readonly options: readonly { readonly text: string; readonly feedback: string }[]; readonly talk: string }[];
}
const FOLDER = 'content/quizzes/es';
const quizzes = readdirSync(FOLDER).map((file) => ({ id: file.replace('.yaml', ''), ...(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Set) }));
const sets = [...quizzes.map(({ id }) => id), ...(existsSync('content/before-after/es.yaml') ? ['antes', 'despues'] : [])];
const html = (path: string): string => pages.find((page) => page.path === path)?.html ?? '';
const TOOLS = ['clase', 'tarjetas', 'quiosco', 'codigo', 'responder'];

/** Every script that a page may ask for, those that wait for a button too. */
function scriptsOf(page: string): string[] {
  const found = new Set([...page.matchAll(/\/(_astro\/[\w.-]+\.js)/g)].map(([, file = '']) => file));
  for (const file of found) for (const [, next = ''] of textOf(file).matchAll(/["'`](?:\.\/|\/?_astro\/)([\w.-]+\.js)["'`]/g)) found.add(`_astro/${next}`);
  return [...found];
}

describe('what a teacher finds', () => {
  it('has a door on every page, and says there what the law says, with its source', () => {
    expect(pages.filter(({ path, html: page }) => !path.startsWith('/en/') && page.includes('<footer') && !page.includes('href="/docentes/"')).map(({ path }) => path)).toEqual([]);
    const door = html('/docentes/');
    expect(visibleText(door)).toContain('Ley 32385');
    expect(door).toContain('swissinfo.ch');
  });

  it('offers every set, and the three ways in their order', () => {
    for (const id of sets) {
      expect(setIds).toContain(id);
      expect(html('/docentes/')).toContain(`href="/docentes/${id}/"`);
      const ways = [...html(`/docentes/${id}/clase/`).matchAll(/href="\/docentes\/[\w-]+\/(tarjetas|quiosco|codigo)\/"/g)].map(([, way]) => way);
      expect(ways).toEqual(['tarjetas', 'quiosco', 'codigo']);
    }
  });

  it('reads every question, option, explanation and talk without a script', () => {
    for (const { id, items } of quizzes) {
      const words = visibleText(html(`/docentes/${id}/`));
      const said = (text: string): void => expect(words, `${id}: ${text}`).toContain(text.replaceAll(/\s+/g, ' ').trim());
      for (const { question, options, talk } of items) {
        [question, talk].forEach(said);
        for (const { text, feedback } of options) [text, feedback].forEach(said);
      }
    }
  });

  it('is found by reading pages, not by its tools', () => {
    for (const id of sets) {
      expect(html(`/docentes/${id}/`)).not.toContain('content="noindex"');
      for (const tool of TOOLS) expect(html(`/docentes/${id}/${tool}/`), tool).toContain('content="noindex"');
    }
  });
});

describe('the tools of a class', () => {
  it('weigh at most 45 KB compressed, the reader of codes included', () => {
    for (const tool of TOOLS) {
      const scripts = scriptsOf(html(`/docentes/${sets[0]}/${tool}/`));
      const bytes = scripts.reduce((sum, file) => sum + gzipSync(bytesOf(file), { level: 9 }).length, 0);
      expect(bytes, `${tool}: ${scripts.join(' ')}`).toBeLessThanOrEqual(45 * 1024);
      if (tool === 'codigo') expect(scripts.some((file) => file.includes('qr-scanner-worker'))).toBe(true);
    }
  });

  it('never load the camera’s reader before it is asked for', () => {
    for (const id of sets) expect(html(`/docentes/${id}/codigo/`)).not.toMatch(/(?:src|href)="[^"]*(?:qr-scanner|code-scan)/);
  });

  it('may use the camera on this site alone', () => {
    expect(textOf('_headers')).toContain('camera=(self)');
  });

  it('send and keep nothing', () => {
    for (const tool of TOOLS) for (const file of scriptsOf(html(`/docentes/${sets[0]}/${tool}/`)).filter((each) => !/qr-scanner/.test(each))) expect(textOf(file), file).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|XMLHttpRequest|WebSocket/);
  });
});
