import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, files, pages, textOf, visibleText } from './built.ts';

const page = (path: string): string => {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} was not built`);
  return found.html;
};
const brotli = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const failing = (check: (html: string, path: string) => boolean): string[] => pages.filter(({ html, path }) => check(html, path)).map(({ path }) => path);

describe('every page', () => {
  it('says at its foot that it is no State site, and that this copy is a demonstration', () => {
    expect(failing((html) => !/no es una página del Estado|not a page of the State/.test(html))).toEqual([]);
    expect(failing((html) => !/copia de demostración|demonstration copy/.test(html))).toEqual([]);
  });

  it('has one main heading, a title of its own and a description', () => {
    expect(failing((html) => (html.match(/<h1[\s>]/g) ?? []).length !== 1)).toEqual([]);
    expect(failing((html) => !/<meta name="description" content="[^"]{30,}/.test(html))).toEqual([]);
    // Pages with a neutral title share it on purpose: the tab must not tell.
    const titles = pages.filter(({ html }) => !html.includes('data-neutral-title')).map(({ html }) => /<title>([^<]+)/.exec(html)?.[1] ?? '');
    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has a quick exit twice: as a button and as the second thing a keyboard meets', () => {
    expect(failing((html) => (html.match(/data-exit(?=[\s>="])/g) ?? []).length < 2)).toEqual([]);
  });

  it('names its language', () => {
    expect(failing((html, path) => !html.includes(path.startsWith('/en/') ? '<html lang="en"' : '<html lang="es-PE"'))).toEqual([]);
  });

  it('allows nothing from elsewhere and nothing inline without a hash', () => {
    const policyOf = (html: string): string => /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    expect(failing((html) => !policyOf(html).includes("default-src 'none'"))).toEqual([]);
    expect(failing((html) => /unsafe-inline|unsafe-eval'|https?:|\*/.test(policyOf(html).replaceAll("'wasm-unsafe-eval'", '')))).toEqual([]);
    expect(failing((html, path) => policyOf(html).includes('wasm-unsafe-eval') && path !== '/buscar/')).toEqual([]);
    expect(failing((html) => / style="| on(click|load|error|submit|input)="/.test(html))).toEqual([]);
  });

  it('loads nothing from another host', () => {
    expect(failing((html) => /<(?:script|img|iframe|source|video|audio)[^>]+src="(?:https?:)?\/\/|<link[^>]+rel="(?:stylesheet|preload|preconnect|dns-prefetch|icon)"[^>]+href="(?:https?:)?\/\//.test(html))).toEqual([]);
    const scripts = files.filter((file) => file.startsWith('_astro/') && file.endsWith('.js') && !file.startsWith('_astro/erase.'));
    expect(scripts.filter((file) => /\b(localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|google-analytics|gtag\()/.test(textOf(file)))).toEqual([]);
  });

  it('links only to pages, places on a page and files that exist', () => {
    const known = new Set([...pages.map(({ path }) => path), ...files.map((file) => `/${file}`)]);
    const broken: string[] = [];
    for (const { path, html } of pages) {
      for (const [, href = ''] of html.matchAll(/\s(?:href|src)="(\/[^"]*|#[^"]*)"/g)) {
        const [target = '', mark] = href.split('#');
        const at = target === '' ? path : target;
        if (!known.has(decodeURI(at.split('?')[0] ?? ''))) broken.push(`${path} -> ${href}`);
        else if (mark !== undefined && mark !== '' && at.endsWith('/') && !page(at).includes(`id="${decodeURIComponent(mark)}"`)) broken.push(`${path} -> ${href}`);
      }
    }
    expect([...new Set(broken)]).toEqual([]);
  });

  it('never calls an offer safe, nor says what a person is', () => {
    expect(failing((html) => /oferta (es |parece |está )?(100 ?% )?segura\b|\b(?:no )?eres (?:una )?víctima/i.test(visibleText(html)))).toEqual([]);
  });
});

describe('weight', () => {
  const READ = 14 * 1024;

  it('an article needs at most 14 KB to be read, compressed, style included', () => {
    const articles = pages.filter(({ path }) => /^\/articulos\/.+/.test(path));
    expect(articles.length).toBeGreaterThanOrEqual(12);
    expect(articles.map(({ path, html }) => [path, gzipSync(html, { level: 9 }).length] as const).filter(([, size]) => size > READ)).toEqual([]);
  });

  it.each(['/', '/ayuda/', '/test/', '/articulos/'])('%s shows itself within 14 KB', (path) => {
    expect(brotli(page(path))).toBeLessThanOrEqual(READ);
  });

  it('reading pages carry no framework and wait for no stylesheet or font', () => {
    const reading = pages.filter(({ path }) => path === '/' || path.startsWith('/articulos/') || path.startsWith('/ayuda/'));
    expect(reading.filter(({ html }) => html.includes('astro-island') || /rel="stylesheet"|rel="preload"/.test(html)).map(({ path }) => path)).toEqual([]);
  });

  it('share pictures weigh some 12 kB, on the line of whoever opens a chat', () => {
    const pictures = files.filter((file) => file.startsWith('compartir/'));
    expect(pictures.length).toBeGreaterThanOrEqual(13);
    expect(pictures.filter((file) => bytesOf(file).length > 16 * 1024)).toEqual([]);
  });
});

describe('what every site owes', () => {
  it('has about, privacy, accessibility and licences, a sitemap, robots and a 404', () => {
    for (const path of ['/acerca/', '/privacidad/', '/accesibilidad/', '/licencias/', '/404.html']) expect(page(path)).toBeTruthy();
    expect(textOf('robots.txt')).toContain('Sitemap: ');
    const listed = [...textOf('sitemap.xml').matchAll(/<loc>[^<]*?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path]) => path);
    expect(listed).toContain('/articulos/');
    expect(listed.some((path) => path?.includes('404') === true)).toBe(false);
  });

  it('reads without JavaScript: /revisa/ shows the signs, the six questions and where to verify', () => {
    const text = visibleText(page('/revisa/').replaceAll(/<noscript>|<\/noscript>/g, ''));
    expect(text).toContain('SUNAT');
    expect((text.match(/\?/g) ?? []).length).toBeGreaterThanOrEqual(6);
  });
});

describe('every file', () => {
  it('holds something: an empty index is a search that finds nothing', () => {
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.filter((file) => bytesOf(file).length === 0)).toEqual([]);
  });
});
