import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bytesOf, files, pages, textOf, visibleText } from './built.ts';

interface Told {
  readonly start: string;
  readonly scenes: Readonly<Record<string, { readonly choices?: readonly { readonly go: string }[] }>>;
}
const FOLDER = 'content/stories/es';
const stories = readdirSync(FOLDER).map((file) => ({ id: file.replace('.yaml', ''), ...(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Told) }));
const html = (path: string): string => pages.find((page) => page.path === path)?.html ?? '';
const booklets = stories.map(({ id }) => `/historias/${id}/`);
const scenes = stories.flatMap(({ id, start, scenes: all }) => Object.entries(all).map(([scene, { choices = [] }]) => ({ path: `/historias/${id}/${scene}/`, first: scene === start, ways: choices.map(({ go }) => `/historias/${id}/${go}/`) })));

describe('the stories as built', () => {
  it('have one page a scene and one for the whole story, and none that no story knows', () => {
    expect(pages.map(({ path }) => path).filter((path) => /^\/historias\/.+/.test(path)).sort()).toEqual([...scenes.map(({ path }) => path), ...booklets].sort());
  });

  it('offer each choice as a plain link to a page that is there', () => {
    for (const { path, ways } of scenes) for (const way of ways) {
      expect(html(path), `${path} -> ${way}`).toContain(`href="${way}"`);
      expect(html(way)).not.toBe('');
    }
  });

  it('are found by their first scene alone, in the site and outside', () => {
    for (const { path, first } of scenes) {
      expect(html(path).includes('content="noindex"'), path).toBe(!first);
      expect(html(path).includes('data-pagefind-body'), path).toBe(first);
    }
    const listed = textOf('sitemap.xml');
    expect(scenes.filter(({ path }) => listed.includes(path)).map(({ first }) => first)).toEqual(stories.map(() => true));
  });

  it('have a door on the list of articles, a list of their own, covers and share pictures', () => {
    expect(html('/articulos/')).toContain('href="/historias/"');
    for (const { id, start } of stories) {
      expect(html('/historias/')).toContain(`href="/historias/${id}/${start}/"`);
      for (const file of [`historias/${id}.svg`, `historias/${id}-ancha.svg`, `compartir/historia-${id}.png`]) expect(files).toContain(file);
    }
  });

  it('say on every page that they are invented, and need at most 14 KB to be read', () => {
    for (const path of [...scenes.map((scene) => scene.path), ...booklets]) {
      expect(visibleText(html(path)), path).toContain('Historia inventada');
      expect(gzipSync(html(path), { level: 9 }).length, path).toBeLessThanOrEqual(14 * 1024);
    }
  });
});

describe('a story as a whole page', () => {
  it.each(booklets)('%s tells every scene in order, and each choice leads forward to a scene that is there', (path) => {
    const sections = html(path).split('<section id="escena-').slice(1);
    const told = stories.find(({ id }) => path === `/historias/${id}/`);
    expect(sections).toHaveLength(Object.keys(told?.scenes ?? {}).length);
    const ways = sections.flatMap((section, index) => [...section.matchAll(/href="#escena-(\d+)"[^>]*>Ve a la escena (\d+)\./g)].map(([, to, said]) => ({ from: index + 1, to: Number(to), said: Number(said) })));
    expect(ways).toHaveLength(Object.values(told?.scenes ?? {}).flatMap(({ choices = [] }) => choices).length);
    for (const { from, to, said } of ways) {
      expect(said).toBe(to);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(sections.length);
    }
  });

  it.each(booklets)('%s keeps each number of a source beside the list it counts in, and no name twice', (path) => {
    const ids = [...html(path).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const marks = [...html(path).matchAll(/href="#(fuente-\d+)"/g)].map(([, id = '']) => id);
    expect(marks.length).toBeGreaterThanOrEqual(5);
    expect(marks.filter((mark) => !ids.includes(mark))).toEqual([]);
  });

  it('is found from the list and from the first scene, and kept away from search engines: it tells every end', () => {
    for (const { id, start } of stories) {
      expect(html('/historias/')).toContain(`href="/historias/${id}/"`);
      expect(html(`/historias/${id}/${start}/`)).toContain(`href="/historias/${id}/"`);
      expect(html(`/historias/${id}/`)).toContain('content="noindex"');
      expect(html(`/historias/${id}/`)).not.toContain('data-pagefind-body');
      expect(textOf('sitemap.xml')).not.toContain(`/historias/${id}/<`);
    }
  });
});

describe('reading aloud', () => {
  it('weighs at most 2 KB and never holds back the text', () => {
    const [script = '', ...more] = files.filter((file) => /_astro\/ReadAloud.*\.js$/.test(file));
    expect(more).toEqual([]);
    expect(gzipSync(bytesOf(script), { level: 9 }).length).toBeLessThanOrEqual(2048);
    expect(html('/articulos/padrinazgo/')).toContain(`<script type="module" src="/${script}">`);
    expect(textOf(script)).not.toMatch(/fetch\(|XMLHttpRequest|import\(/);
  });

  it('stands hidden on every article and every scene until a voice of the phone is found', () => {
    const listened = pages.filter(({ path }) => /^\/(articulos|historias)\/.+/.test(path));
    expect(listened.length).toBeGreaterThan(60);
    expect(listened.filter((page) => !/<read-aloud[^>]* hidden/.test(page.html)).map(({ path }) => path)).toEqual([]);
  });
});
