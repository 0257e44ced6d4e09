import { createHash } from 'node:crypto';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { headersOf, siteHeaders } from '#build/headers.ts';
import type { Handler } from '../static-server.ts';

const PASSED = new Set(['content-type', 'location', 'link']);

/**
 * Hands to PHP what is no plain file, and compresses its pages as strongly as files, each once: PHP's own
 * time is counted, that of compressing is not (in its favour). Adds the headers that all the sites send.
 */
export function phpDoor(port: number, isFile: (path: string) => boolean): Handler {
  const squeezed = new Map<string, Buffer>();
  const brotli = (body: Buffer): Buffer => {
    const key = createHash('sha256').update(body).digest('hex');
    const known = squeezed.get(key) ?? brotliCompressSync(body);
    squeezed.set(key, known);
    return known;
  };
  const common = headersOf(siteHeaders("frame-ancestors 'none'"), '/');
  const answer = (from: IncomingMessage, to: ServerResponse): void => {
    const chunks: Buffer[] = [];
    from.on('data', (chunk: Buffer) => void chunks.push(chunk));
    from.on('end', () => {
      const body = brotli(Buffer.concat(chunks));
      const kept = Object.fromEntries(Object.entries(from.headers).filter(([name]) => PASSED.has(name))) as OutgoingHttpHeaders;
      to.writeHead(from.statusCode ?? 502, { ...common, ...kept, Vary: 'Accept-Encoding', 'Content-Encoding': 'br', 'Content-Length': body.length }).end(body);
    });
  };
  return ({ url = '/', method = 'GET', headers }, response) => {
    if (isFile(url.split('?')[0] ?? '/')) return false;
    ask({ host: '127.0.0.1', port, path: url, method, headers: { host: headers.host } }, (from) => answer(from, response)).on('error', () => response.writeHead(502).end()).end();
    return true;
  };
}
