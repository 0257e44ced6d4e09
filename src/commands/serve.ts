/**
 * `npm start` after the build: serves dist/ at http://localhost:4321, and in practice mode the
 * practice letterbox beside it, in one process. Says both, and stops both with Ctrl+C.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { siteSchema } from '#domain/site.ts';
import { deskSchema, type Desk } from '#domain/tip/desk.ts';
import { startPractice, type Practice } from '#intake/practice.ts';
import { serveFolder, type Handler } from './static-server.ts';

/** The desks of content/desks, by id. Throws what zod says when a file is not in order. */
async function readDesks(folder: string): Promise<Desk[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (name) => ({ ...deskSchema.parse(parse(await readFile(join(folder, name), 'utf8'))), id: name.replace('.yaml', '') })));
}

/** What stands beside the files in practice: the letterbox, and the list of who reads. */
export function practiceDoors({ letterbox, listener }: Practice): Handler {
  const list = JSON.stringify(letterbox);
  return (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === letterbox.endpoint || path.startsWith(`${letterbox.endpoint}/`)) {
      listener(request, response);
      return true;
    }
    if (path !== '/denuncia/mesas.json') return false;
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    response.end(request.method === 'HEAD' ? undefined : list);
    return true;
  };
}

async function start(port: number): Promise<void> {
  const site = siteSchema.parse(parse(await readFile('content/site.yaml', 'utf8')));
  const address = `http://localhost:${port}`;
  // The port first: a second start must not clear the folder of the practice that already runs.
  let doors: Handler = () => false;
  const server = await serveFolder('dist', port, (request, response) => doors(request, response));
  let practice: Practice | undefined;
  if (site.tips.mode === 'practice') {
    try {
      practice = await startPractice({ desks: await readDesks('content/desks'), salt: site.tips.salt, endpoint: '/buzon', siteAddress: address });
    } catch (error) {
      server.close();
      throw error;
    }
    doors = practiceDoors(practice);
  }
  console.log(`\nSin Trampa: ${address}/   (Ctrl+C to stop)`);
  if (practice !== undefined) console.log(`Practice letterbox: ${address}/denuncia/   Nobody reads it. Its throw-away keys: ${practice.folder}`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.closeAllConnections();
    server.close(() => {
      void Promise.resolve(practice?.close()).finally(() => process.exit(0));
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const port = Number(process.env['PORT'] ?? 4321);

if (import.meta.main) {
  try {
    await start(port);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=4322 npm start` : error);
    process.exitCode = 1;
  }
}
