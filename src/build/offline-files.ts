import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { printBundle, type PackLine } from '../offline/kept.ts';
import { emergency, missingPage, packs } from './packs.ts';

const REFERRED = /(?:href|src|srcset)="(\/[^"#? ]+\.(?:js|svg))[" ]/g;
const IMPORTED = /["'`](?:\.\/|(?:\/)?_astro\/)([\w.-]+\.js)["'`]/g;

/** What a page says to search engines and to WhatsApp, not to whoever reads it without a network. */
const FOR_STRANGERS = /<meta (?:property|name)="(?:og:|twitter:|description|robots)[^>]*>|<link rel="canonical"[^>]*>/g;
const NEVER = /(?!)/g;

/** The files a page or script asks for by itself or on request, as addresses; theirs too. Scripts of the innermost come first. */
async function partsOf(folder: string, address: string, without: RegExp | undefined, found = new Set<string>()): Promise<Set<string>> {
  const text = await readFile(fileAt(folder, address), 'utf8');
  const next = address.endsWith('.js') ? [...text.matchAll(IMPORTED)].map(([, name = '']) => `/_astro/${name}`) : [...text.matchAll(REFERRED)].map(([, path = '']) => path);
  for (const path of next) {
    if (found.has(path) || without?.test(path) === true || !existsSync(join(folder, path))) continue;
    found.add(path);
    if (path.endsWith('.js')) await partsOf(folder, path, without, found);
  }
  return found;
}

const fileAt = (folder: string, address: string): string => join(folder, address.endsWith('/') ? `${address}index.html` : address);

/** Pages and what they need as one file: compressed together they weigh a third less than one by one. */
async function bundle(folder: string, day: string, pages: readonly string[], data: readonly string[], { without, cut }: { readonly without?: RegExp; readonly cut?: RegExp } = {}): Promise<string> {
  const parts = new Set(data);
  for (const page of pages) for (const part of await partsOf(folder, page, without)) parts.add(part);
  const files: Record<string, string> = {};
  for (const address of [...[...parts].sort(), ...pages]) files[address] = (await readFile(fileAt(folder, address), 'utf8')).replaceAll(FOR_STRANGERS, '').replaceAll(cut ?? NEVER, '');
  return printBundle({ day, files });
}

/**
 * Writes a bundle beside /sin-internet/ and says what it weighs over the line. Packs grow with the site, and
 * the best compression takes a second a megabyte: they are weighed at a middling one, as a host does on the fly.
 */
async function writeBundle(folder: string, id: string, text: string, pages: number, quality = 5): Promise<PackLine> {
  await writeFile(join(folder, `sin-internet/${id}.txt`), text);
  const [br, gz] = await Promise.all([promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }), promisify(gzip)(text)]);
  return { id, pages, raw: Buffer.byteLength(text), version: createHash('sha256').update(text).digest('hex'), least: br.length, most: gz.length };
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
        const first = await writeBundle(folder, 'emergencia', await bundle(folder, day, emergency.pages, emergency.data, emergency), emergency.pages.length, 11);
        const lines = await Promise.all(
          packs
            .map(({ id, from }) => ({ id, pages: built.filter((page) => page.startsWith(from)) }))
            .filter(({ pages }) => pages.length > 0)
            .map(async ({ id, pages }) => writeBundle(folder, id, await bundle(folder, day, pages, []), pages.length)),
        );
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
