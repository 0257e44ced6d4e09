import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { practiceDoors } from '../../../src/commands/serve.ts';
import { serveFolder } from '../../../src/commands/static-server.ts';
import { startPractice, type PracticeKeys } from '../../../src/intake/practice.ts';
import { deskSchema } from '../../../src/domain/tip/desk.ts';

/** The built site with the practice letterbox behind it, as `npm start` serves them, on a free port. */
export interface PracticeSite {
  readonly address: string;
  readonly keys: PracticeKeys;
  /** Every request to the letterbox as it crossed the wire: head and body. */
  readonly wire: { readonly head: string; readonly body: Buffer }[];
  /** Bytes of the database and what lies beside it (WAL and shared memory). */
  readonly onDisk: () => Promise<Buffer>;
  /** Everything that the letterbox printed. */
  readonly printed: readonly string[];
  readonly close: () => Promise<void>;
}

const SALT = 'practica';

export async function openPracticeSite(folder = 'dist'): Promise<PracticeSite> {
  const place = await mkdtemp(join(tmpdir(), 'sin-trampa-journey-'));
  const desks = await Promise.all(
    (await readdir('content/desks')).sort().map(async (name) => ({ ...deskSchema.parse(parse(await readFile(join('content/desks', name), 'utf8'))), id: name.replace('.yaml', '') })),
  );
  const printed: string[] = [];
  const wire: PracticeSite['wire'] = [];
  const practice = await startPractice({ desks, salt: SALT, endpoint: '/buzon', siteAddress: 'http://127.0.0.1', folder: place, print: (line) => printed.push(line) });
  const doors = practiceDoors(practice);
  const server = await serveFolder(folder, 0, (request, response) => {
    if (request.url?.startsWith('/buzon') === true) listen(request, wire);
    return doors(request, response);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = JSON.parse(await readFile(join(place, 'practice.json'), 'utf8')) as PracticeKeys;
  return {
    address,
    keys: { ...keys, endpoint: `${address}/buzon` },
    wire,
    printed,
    async onDisk() {
      const names = (await readdir(place)).filter((name) => name.startsWith('buzon'));
      return Buffer.concat(await Promise.all(names.map((name) => readFile(join(place, name)))));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await practice.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** Listens in on a request without taking its bytes from the letterbox. */
function listen(request: IncomingMessage, wire: PracticeSite['wire']): void {
  const chunks: Buffer[] = [];
  const emit = request.emit.bind(request);
  request.emit = ((event: string, ...rest: unknown[]) => {
    if (event === 'data') chunks.push(Buffer.from(rest[0] as Uint8Array));
    if (event === 'end') wire.push({ head: `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}`, body: Buffer.concat(chunks) });
    return emit(event, ...rest);
  }) as typeof request.emit;
}
