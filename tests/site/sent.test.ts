import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { headersOf, parseHeaders } from '#build/headers.ts';
import { HASH_LIST, parseHashList, sha256 } from '#build/hash-list.ts';
import { parsePolicy } from '#build/site-policy.ts';
import { unpackInstant, type InstantData } from '#domain/search/instant-data.ts';
import { bytesOf, files, pages, textOf } from './built.ts';

describe('what a host sends with the site', () => {
  const rules = parseHeaders(textOf('_headers'));

  it('allows every page its own scripts, and no inline script without a hash', () => {
    const sent = parsePolicy(headersOf(rules, '/')['Content-Security-Policy'] ?? '');
    expect(sent.get('frame-ancestors')).toEqual(["'none'"]);
    expect(sent.get('script-src')).not.toContain("'unsafe-inline'");
    for (const { path, html } of pages) {
      const own = parsePolicy(/http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '');
      for (const directive of ['script-src', 'connect-src', 'img-src', 'worker-src', 'form-action']) for (const source of own.get(directive) ?? []) expect(sent.get(directive), `${path} ${directive}`).toContain(source);
    }
  });

  it('weighs little: every answer carries it', () => {
    expect(Buffer.byteLength(JSON.stringify(headersOf(rules, '/')))).toBeLessThan(1_200);
  });

  it('names ahead every script that a page’s scripts import', () => {
    for (const { path, html } of pages)
      for (const [, script = ''] of html.matchAll(/<script type="module" src="\/(_astro\/[^"]+)"/g))
        for (const [, next = ''] of textOf(script).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) expect(html.includes(`modulepreload" href="/_astro/${next}"`) || html.includes(`src="/_astro/${next}"`), `${path}: ${next}`).toBe(true);
  });
});

describe('the published list of hashes', () => {
  it('names every file but itself, with the hash it has', () => {
    const { hashes } = parseHashList(textOf(HASH_LIST));
    const listed = [...hashes.keys()];
    expect(listed).toEqual([...listed].sort());
    expect(files.filter((file) => !hashes.has(file) && file !== HASH_LIST)).toEqual([]);
    for (const [path, hash] of hashes) expect(sha256(bytesOf(path)), path).toBe(hash);
  });
});

describe('what the search answers from at once', () => {
  const inside = /<script type="application\/json" data-first[^>]*>(.*?)<\/script>/s.exec(textOf('buscar/index.html'))?.[1] ?? '';
  const rows = [inside, textOf('buscar/indice.json')].flatMap((text) => unpackInstant(JSON.parse(text) as InstantData));

  it('costs at most 20 KB: what stands inside the page, and the file of places', () => {
    const sizes = [Buffer.from(inside), bytesOf('buscar/indice.json')].map((bytes) => brotliCompressSync(bytes).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(20 * 1024);
  });

  it('leads only to pages that exist, and to every article, self-check and service', () => {
    const known = new Set(pages.map(({ path }) => path));
    expect(rows.filter(({ path }) => !known.has(path)).map(({ path }) => path)).toEqual([]);
    const led = new Set(rows.map(({ path }) => path));
    const owed = [...known].filter((path) => /^\/(articulos|test|ayuda)\/[^/]+\/$/.test(path));
    expect(owed.length).toBeGreaterThan(600);
    expect(owed.filter((path) => !led.has(path))).toEqual([]);
  });
});
