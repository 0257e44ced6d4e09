import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emergency } from '../../src/build/packs.ts';
import { parseBundle } from '../../src/offline/bundle.ts';
import { fingerprint, type PackLine } from '../../src/offline/kept.ts';
import { bytesOf, files, textOf } from './built.ts';

const bundle = (id: string) => parseBundle(textOf(`sin-internet/${id}.txt`));
const lists = JSON.parse(textOf('sin-internet/paquetes.json')) as { emergency: PackLine; packs: PackLine[] };

describe('what a phone keeps after one visit', () => {
  it('weighs at most 150 KB over the line', () => {
    expect(brotliCompressSync(bytesOf('sin-internet/emergencia.txt')).length).toBeLessThanOrEqual(150 * 1024);
  });

  it('has every promised page, what it needs, and its day', () => {
    const { files: kept, day } = bundle('emergencia');
    expect(Object.keys(kept)).toEqual(expect.arrayContaining([...emergency.pages, ...emergency.data]));
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const page of emergency.pages) expect(kept[page]).toContain(`data-day="${day}"`);
    // A page whose script was left behind would be a picture of a tool.
    for (const page of emergency.pages) for (const [, script = ''] of kept[page]?.matchAll(/<script type="module" src="([^"]+)"/g) ?? []) expect(kept, `${page} needs it`).toHaveProperty([script]);
  });

  it('is named in the worker by the hash of its bytes', async () => {
    const { buffer, byteOffset, byteLength } = bytesOf('sin-internet/emergencia.txt');
    expect(textOf('sw.js')).toContain(await fingerprint((buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)));
  });
});

describe('packs', () => {
  it('say what they weigh, and articles and tests are among them', () => {
    expect(lists.packs.map(({ id }) => id)).toEqual(expect.arrayContaining(['articulos', 'cuestionarios']));
    for (const { id, least, pages } of lists.packs) {
      expect(least).toBe(brotliCompressSync(bytesOf(`sin-internet/${id}.txt`), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length);
      expect(Object.keys(bundle(id).files).filter((path) => path.endsWith('/'))).toHaveLength(pages);
    }
  });

  it('carry what all articles have in common once: half of what the pages weigh as they lie on the phone', () => {
    const text = textOf('sin-internet/articulos.txt');
    const kept = Object.values(bundle('articulos').files);
    expect(text.length).toBeLessThan(kept.reduce((sum, { length }) => sum + length, 0) * 0.6);
    for (const [, style = ''] of textOf('articulos/padrinazgo/index.html').matchAll(/<style>([\s\S]*?)<\/style>/g)) expect(text.split(style)).toHaveLength(2);
  });

  it('keep every page to the byte, but for what it says to search engines', () => {
    const lean = (html: string): string => html.replaceAll(/<meta (?:property|name)="(?:og:|twitter:|description|robots)[^>]*>|<link rel="canonical"[^>]*>/g, '');
    for (const { id } of lists.packs)
      for (const [path, text] of Object.entries(bundle(id).files)) expect(text === lean(textOf(path.slice(1).replace(/(^|\/)$/, '$1index.html'))), path).toBe(true);
  });

  it('hold nothing of the tip form, nothing of the photo reader, and only files that exist', () => {
    for (const id of ['emergencia', ...lists.packs.map((line) => line.id)])
      for (const path of Object.keys(bundle(id).files)) {
        expect(path).not.toMatch(/^\/(en\/)?denuncia|^\/ocr|^\/pagefind|TipForm|sender|ReplyReader/);
        expect(files).toContain(path.slice(1).replace(/(^|\/)$/, '$1index.html'));
      }
  });
});

describe('the pages', () => {
  it('register the worker everywhere but on the tip pages, and only /sin-internet/ can be installed', () => {
    const html = files.filter((file) => /(?:^|\/)(?:index|404)\.html$/.test(file));
    const registers = html.filter((file) => textOf(file).includes('data-day='));
    expect(html.filter((file) => !registers.includes(file)).sort()).toEqual(html.filter((file) => /^(en\/)?denuncia\//.test(file)).sort());
    expect(html.filter((file) => textOf(file).includes('rel="manifest"'))).toEqual(['sin-internet/index.html']);
  });
});
