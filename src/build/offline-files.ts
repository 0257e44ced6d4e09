import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipAny } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import type { PackLine } from '../offline/kept.ts';
import { BundleMaker } from './bundle-maker.ts';
import { sha256 } from './hash-list.ts';
import { emergency, missingPage, packs } from './packs.ts';
import { Shelf } from './shelf.ts';

/** What a page says to search engines and to WhatsApp, not to whoever reads it without a network. */
const FOR_STRANGERS = /<meta (?:property|name)="(?:og:|twitter:|description|robots)[^>]*>|<link rel="canonical"[^>]*>/g;

/** Pages and what they need as one file: compressed together they weigh a third less than one by one. */
function bundle(shelf: Shelf, day: string, pages: readonly string[], { data = [], without, cut }: { readonly data?: readonly string[]; readonly without?: RegExp; readonly cut?: RegExp } = {}): Buffer<ArrayBuffer> {
  const maker = new BundleMaker();
  const parts = new Set(data);
  for (const page of pages) {
    const html = shelf.read(page);
    shelf.partsOf(html, without, parts);
    const lean = html.replaceAll(FOR_STRANGERS, '');
    maker.add(page, cut === undefined ? lean : lean.replaceAll(cut, ''));
  }
  const needed = [...parts].sort();
  for (const part of needed) maker.add(part, shelf.read(part));
  return maker.bytes(day, [...needed, ...pages]);
}

const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipAny)];

/**
 * Writes a bundle beside /sin-internet/ and says what it weighs over the line. Packs grow with the site, and
 * the best compression takes a second a megabyte: they are weighed at a middling one, as a host does on the fly.
 */
async function writeBundle(folder: string, id: string, bytes: Buffer<ArrayBuffer>, pages: number, quality = 5): Promise<PackLine> {
  const [least, most] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    gzip(bytes),
    writeFile(join(folder, `sin-internet/${id}.txt`), bytes),
  ]);
  return { id, pages, raw: bytes.length, version: sha256(bytes), least: least.length, most: most.length };
}

/**
 * Makes what works without a network: a bundle per pack, the list of them, and the worker itself, whose
 * bytes change exactly when those of its emergency bundle do. Comes after the pages are finished.
 */
export function offlineFiles(day: string): AstroIntegration {
  return {
    name: 'sin-trampa:offline-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const built = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('index.html')).map((file) => `/${file.replace(/index\.html$/, '')}`).sort();
        const absent = emergency.pages.filter((page) => !built.includes(page));
        if (absent.length > 0) throw new Error(`src/build/packs.ts keeps ${absent.join(', ')} for emergencies, but no such page was built.`);
        const shelf = new Shelf(folder);
        const first = await writeBundle(folder, 'emergencia', bundle(shelf, day, emergency.pages, emergency), emergency.pages.length, 11);
        const lines: PackLine[] = [];
        // One after another: only one is in memory.
        for (const { id, from } of packs) {
          const pages = built.filter((page) => page.startsWith(from));
          if (pages.length > 0) lines.push(await writeBundle(folder, id, bundle(shelf, day, pages), pages.length));
        }
        await writeFile(join(folder, 'sin-internet/paquetes.json'), JSON.stringify({ emergency: first, packs: lines }));
        const offline = { version: first.version, bundle: '/sin-internet/emergencia.txt', missing: missingPage, packs: lines.map(({ id }) => id) };
        const worker = await build({
          entryPoints: [fileURLToPath(new URL('../offline/worker.ts', import.meta.url))],
          bundle: true, minify: true, format: 'iife', target: 'es2020', write: false, define: { OFFLINE: JSON.stringify(offline) },
        });
        await writeFile(join(folder, 'sw.js'), worker.outputFiles[0]?.contents ?? '');
        logger.info(`emergency ${Math.ceil(first.least / 1024)} KB; ${lines.map(({ id, least }) => `${id} ${Math.ceil(least / 1024)} KB`).join(', ')}; worker ${worker.outputFiles[0]?.contents.length ?? 0} bytes`);
      },
    },
  };
}
