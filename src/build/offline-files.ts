import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { printBundleHead, type PackLine } from '../offline/kept.ts';
import { emergency, missingPage, packs } from './packs.ts';

const REFERRED = /(?:href|src|srcset)="(\/[^"#? ]+\.(?:js|svg))[" ]/g;
const IMPORTED = /["'`](?:\.\/|(?:\/)?_astro\/)([\w.-]+\.js)["'`]/g;

/** What a page says to search engines and to WhatsApp, not to whoever reads it without a network. */
const FOR_STRANGERS = /<meta (?:property|name)="(?:og:|twitter:|description|robots)[^>]*>|<link rel="canonical"[^>]*>/g;

/** The files a page or script asks for by itself or on request, as addresses; theirs too. Scripts of the innermost come first. */
function partsOf(folder: string, address: string, without: RegExp | undefined, found = new Set<string>()): Set<string> {
  const text = readFileSync(fileAt(folder, address), 'utf8');
  const next = address.endsWith('.js') ? [...text.matchAll(IMPORTED)].map(([, name = '']) => `/_astro/${name}`) : [...text.matchAll(REFERRED)].map(([, path = '']) => path);
  for (const path of next) {
    if (found.has(path) || without?.test(path) === true || !existsSync(join(folder, path))) continue;
    found.add(path);
    if (path.endsWith('.js')) partsOf(folder, path, without, found);
  }
  return found;
}

const fileAt = (folder: string, address: string): string => join(folder, address.endsWith('/') ? `${address}index.html` : address);

/** Pages and what they need as one file: compressed together they weigh a third less than one by one. In pieces, as bytes: a library of thousands is heavy as text. */
function bundle(folder: string, day: string, pages: readonly string[], data: readonly string[], { without, cut }: { readonly without?: RegExp; readonly cut?: RegExp } = {}): Buffer[] {
  const parts = new Set(data);
  for (const page of pages) for (const part of partsOf(folder, page, without)) parts.add(part);
  const named: [path: string, length: number][] = [];
  const bodies: Buffer[] = [];
  for (const address of new Set([...[...parts].sort(), ...pages])) {
    const whole = readFileSync(fileAt(folder, address), 'utf8').replaceAll(FOR_STRANGERS, '');
    const text = cut === undefined ? whole : whole.replaceAll(cut, '');
    named.push([address, text.length]);
    bodies.push(Buffer.from(text));
  }
  return [Buffer.from(printBundleHead(day, named)), ...bodies];
}

/** Bytes that the pieces weigh when compressed as one. */
async function weigh(pieces: readonly Buffer[], compressor: Transform): Promise<number> {
  let weight = 0;
  for await (const chunk of Readable.from(pieces).pipe(compressor)) weight += (chunk as Buffer).length;
  return weight;
}

/**
 * Writes a bundle beside /sin-internet/ and says what it weighs over the line. Packs grow with the site, and
 * the best compression takes a second a megabyte: they are weighed at a middling one, as a host does on the fly.
 */
async function writeBundle(folder: string, id: string, pieces: readonly Buffer[], pages: number, quality = 5): Promise<PackLine> {
  const version = createHash('sha256');
  let raw = 0;
  for (const piece of pieces) {
    version.update(piece);
    raw += piece.length;
  }
  const [least, most] = await Promise.all([
    weigh(pieces, createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw } })),
    weigh(pieces, createGzip()),
    writeFile(join(folder, `sin-internet/${id}.txt`), pieces),
  ]);
  return { id, pages, raw, version: version.digest('hex'), least, most };
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
        const first = await writeBundle(folder, 'emergencia', bundle(folder, day, emergency.pages, emergency.data, emergency), emergency.pages.length, 11);
        const lines: PackLine[] = [];
        // One after another: only one is in memory.
        for (const { id, from } of packs) {
          const pages = built.filter((page) => page.startsWith(from));
          if (pages.length > 0) lines.push(await writeBundle(folder, id, bundle(folder, day, pages, []), pages.length));
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
