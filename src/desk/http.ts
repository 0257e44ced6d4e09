import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeskApp } from './app.ts';
import { FORM_LIMIT } from './form.ts';
import { HEADERS } from './answers.ts';

/** The desk as a server on this machine only. */
export interface DeskServer {
  readonly port: number;
  close(): Promise<void>;
}

/** @param port 0 for any free one. Rejects when it is taken. */
export async function serveDesk(app: DeskApp, port: number): Promise<DeskServer> {
  const server = createServer({ maxHeaderSize: 8_192, headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    const answer = async (): Promise<void> => {
      const body = await readBody(request);
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
      const { status, headers: given, body: sent } = await app.handle({ method: request.method ?? '', url: request.url ?? '/', headers, body });
      response.writeHead(status, given).end(sent);
    };
    answer().catch(() => {
      if (!response.headersSent) response.writeHead(400, HEADERS);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // The loopback address and no other: the desk is never reachable from the network.
    server.listen(port, '127.0.0.1', resolve);
  });
  const watch = setInterval(() => void app.tick(), 20_000);
  watch.unref();
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      clearInterval(watch);
      await app.lock();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A body of any length is read to its end, but no more than the limit and a byte is kept. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    if (size <= FORM_LIMIT) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}
