import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import { ASK_FIRST, headersOf, NO_STORE, parseHeaders, siteHeaders, type HeaderRule } from '#build/headers.ts';
import { sha256 } from '#build/hash-list.ts';

const compress = promisify(brotliCompress);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const TEXT = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt', '.webmanifest']);
/** A larger file would be compressed for seconds; it gets a quicker brotli. */
const LARGE = 300_000;

/** One more door beside the files: returns true when it has answered. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The site's own `_headers`; where a folder has none, the rules without the policy of its pages. */
function rulesOf(folder: string): HeaderRule[] {
  try {
    return parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return siteHeaders("frame-ancestors 'none'");
  }
}

/** The file behind a request path, or nothing; never outside the folder, never the rules themselves. */
async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const safe = normalize(join(folder, path));
  if (!safe.startsWith(normalize(folder)) || path === '/_headers') return undefined;
  const file = path.endsWith('/') ? join(safe, 'index.html') : safe;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true ? file : undefined;
}

interface Body {
  readonly tag: string;
  readonly plain: Buffer;
  brotli?: Promise<Buffer>;
}

/** Files as they are sent, compressed once each as a host does ahead of time. Keyed by name, time and size: a new build shows. */
class Shelf {
  readonly #bodies = new Map<string, Body>();

  async get(file: string): Promise<Body> {
    const { mtimeMs, size } = await stat(file);
    const key = `${file} ${mtimeMs} ${size}`;
    let body = this.#bodies.get(key);
    if (body === undefined) {
      const plain = await readFile(file);
      body = { plain, tag: `"${sha256(plain).slice(0, 22)}"` };
      this.#bodies.set(key, body);
    }
    return body;
  }

  brotli(body: Body): Promise<Buffer> {
    return (body.brotli ??= compress(body.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: body.plain.length > LARGE ? 9 : 11 } }));
  }
}

async function send(request: IncomingMessage, response: ServerResponse, shelf: Shelf, rules: readonly HeaderRule[], status: number, path: string, file: string): Promise<void> {
  const type = extname(file);
  const body = await shelf.get(file);
  const headers: Record<string, string> = { 'Content-Type': TYPES[type] ?? 'application/octet-stream', 'Cache-Control': ASK_FIRST, ...headersOf(rules, path) };
  const keeps = headers['Cache-Control'] !== NO_STORE;
  if (keeps) headers['ETag'] = body.tag;
  if (keeps && status === 200 && request.headers['if-none-match'] === body.tag) {
    // The phone keeps the other headers with the file: a slow line need not carry them again.
    response.writeHead(304, { ETag: body.tag, 'Cache-Control': headers['Cache-Control'] ?? ASK_FIRST }).end();
    return;
  }
  const squeezed = TEXT.has(type) && (request.headers['accept-encoding'] ?? '').includes('br');
  if (TEXT.has(type)) headers['Vary'] = 'Accept-Encoding';
  if (squeezed) headers['Content-Encoding'] = 'br';
  const bytes = squeezed ? await shelf.brotli(body) : body.plain;
  response.writeHead(status, { ...headers, 'Content-Length': String(bytes.length) });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/**
 * Serves a built site from a folder, on loopback only, as a static host would: folders with a slash,
 * 404.html for what is not there, compressed text, the headers of its `_headers`, «not changed» for what
 * a phone already has. For `npm start`, the benches and the tests, not for the open net.
 * Returns the listening server; rejects when the port is taken or `_headers` can't be read.
 */
export async function serveFolder(folder: string, port: number, before: Handler = () => false): Promise<Server> {
  const rules = rulesOf(folder);
  const shelf = new Shelf();
  const server = createServer((request, response) => {
    if (before(request, response)) return;
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { ...headersOf(rules, '/'), Allow: 'GET, HEAD' }).end();
        return;
      }
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = await fileFor(folder, path);
      if (file !== undefined) return send(request, response, shelf, rules, 200, path, file);
      if (!path.endsWith('/') && (await fileFor(folder, `${path}/`)) !== undefined) {
        response.writeHead(308, { ...headersOf(rules, path), Location: encodeURI(`${path}/`) }).end();
        return;
      }
      await send(request, response, shelf, rules, 404, path, join(folder, '404.html'));
    };
    answer().catch(() => {
      // A malformed address or a file that vanished: a plain sentence, never a stack trace.
      if (!response.headersSent) response.writeHead(400, { ...headersOf(rules, '/'), 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('No se pudo leer esta dirección.\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
