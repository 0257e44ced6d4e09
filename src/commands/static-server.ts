import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';

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

/** Headers of every answer. What a policy in a `<meta>` can't say (`frame-ancestors`) is said here. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(), interest-cohort=()',
};

/** One more door beside the files: returns true when it has answered. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The file behind a request path, or nothing; never outside the folder. */
async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const safe = normalize(join(folder, path));
  if (!safe.startsWith(normalize(folder))) return undefined;
  const file = path.endsWith('/') ? join(safe, 'index.html') : safe;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true ? file : undefined;
}

async function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): Promise<void> {
  const type = extname(file);
  const hashed = file.includes('/_astro/');
  const headers: Record<string, string> = {
    ...HEADERS,
    'Content-Type': TYPES[type] ?? 'application/octet-stream',
    'Cache-Control': file.includes('/denuncia/') ? 'no-store' : hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (TEXT.has(type) && (request.headers['accept-encoding'] ?? '').includes('br')) {
    const body = await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    response.writeHead(status, { ...headers, 'Content-Encoding': 'br', Vary: 'Accept-Encoding' });
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  response.writeHead(status, headers);
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/**
 * Serves a built site from a folder, on loopback only, as a static host would: folders with a slash,
 * 404.html for what is not there, compressed text. For `npm start` and the tests, not for the open net.
 * Returns the listening server; rejects when the port is taken.
 */
export async function serveFolder(folder: string, port: number, before: Handler = () => false): Promise<Server> {
  const server = createServer((request, response) => {
    if (before(request, response)) return;
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { ...HEADERS, Allow: 'GET, HEAD' }).end();
        return;
      }
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = await fileFor(folder, path);
      if (file !== undefined) return send(request, response, 200, file);
      if (!path.endsWith('/') && (await fileFor(folder, `${path}/`)) !== undefined) {
        response.writeHead(308, { ...HEADERS, Location: encodeURI(`${path}/`) }).end();
        return;
      }
      await send(request, response, 404, join(folder, '404.html'));
    };
    answer().catch(() => {
      // A malformed address or a file that vanished: a plain sentence, never a stack trace.
      if (!response.headersSent) response.writeHead(400, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('No se pudo leer esta dirección.\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
