import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { FAULTS, type Fault } from '#domain/tip/faults.ts';
import { refuse, sentence, type ResponseLike } from './answers.ts';
import type { Handle } from './handle.ts';

export interface ServerRules {
  readonly path: string;
  readonly connections: number;
  /** Milliseconds for the headers, and for a whole request. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
}
export const SERVER_RULES = { path: '/buzon', connections: 256, headersTimeout: 10_000, requestTimeout: 30_000 } as const;

/**
 * Turns node:http's request into what `handle` may see: method, type, origin, length, body.
 * Nothing here reads the peer's address or a forwarding header.
 */
export const createListener = (handle: Handle, path: string): RequestListener => (request, response) => {
  void listen(handle, path, request, response);
};

async function listen(handle: Handle, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A caller who hangs up is no error of ours.
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  const { 'content-type': contentType, 'content-length': length, origin } = request.headers;
  const answer =
    request.url === path
      ? await handle({
          method: request.method ?? '',
          contentType: contentType ?? null,
          origin: origin ?? null,
          length: length === undefined ? null : Number(length),
          // Reading may stop early (too long); the socket must live on for the answer.
          body: request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
        })
      : refuse('not-here');
  if (request.destroyed && !request.complete) return;
  send(request, response, answer);
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: ResponseLike): void {
  const unread = !request.complete;
  response.writeHead(status, { ...headers, 'content-length': String(body.length), ...(unread ? { connection: 'close' } : {}) });
  response.end(body);
  if (!unread) return;
  // The rest of an oversize body is let go by for a moment, so that the answer gets through.
  request.resume();
  const timer = setTimeout(() => request.destroy(), 1_000);
  request.once('close', () => clearTimeout(timer));
}

/** The socket of the letterbox. Slow, huge or broken requests get their fixed sentence. */
export function createIntakeServer(handle: Handle, rules: ServerRules): Server {
  const server = createServer(
    {
      maxHeaderSize: 8_192,
      headersTimeout: rules.headersTimeout,
      requestTimeout: rules.requestTimeout,
      connectionsCheckingInterval: Math.min(1_000, rules.headersTimeout),
      keepAliveTimeout: 5_000,
    },
    createListener(handle, rules.path),
  );
  server.maxConnections = rules.connections;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseRaw(socket, faultOf(error.code)));
  return server;
}

const faultOf = (code: string | undefined): Fault =>
  code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed';

function refuseRaw(socket: Socket, fault: Fault): void {
  if (!socket.writable) return void socket.destroy();
  const body = sentence(fault);
  const head = `HTTP/1.1 ${FAULTS[fault]} ${fault}\r\nContent-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}
