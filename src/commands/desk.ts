/**
 * `npm run desk`: the desk of an organisation that receives tips, on this machine only.
 * `npm run desk -- keys new | rotate | operator | trust | drill`: its keys, without a network.
 */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDeskApp, newToken } from '#desk/app.ts';
import { readHouse } from '#desk/house.ts';
import { serveDesk } from '#desk/http.ts';
import { runKeys } from '#desk/keys.ts';
import { folderKeyring, readPractice } from '#desk/keyring.ts';
import { publicDesk } from '#domain/tip/desk.ts';
import type { Letterbox } from '#domain/tip/letterbox.ts';
import { practiceFolder } from '#intake/practice.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string', multiple: true },
    desk: { type: 'string' },
    port: { type: 'string' },
    half: { type: 'string' },
    name: { type: 'string' },
    'passphrase-file': { type: 'string', multiple: true },
    'new-passphrase-file': { type: 'string' },
    pq: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '../..');
const folder = values.keys?.[0] ?? process.env['DESK_HOME'] ?? join(homedir(), '.sin-trampa-mesa');
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

async function serve(): Promise<void> {
  const house = readHouse(root);
  if (house.tips.mode === 'composer') throw new Error('Este sitio no recibe avisos (content/site.yaml dice mode: composer): no hay nada que abrir.');
  const practice = house.tips.mode === 'practice' ? await readPractice(practiceFolder()) : null;
  if (house.tips.mode === 'practice' && practice === null) throw new Error('No encuentro la práctica. Arranca primero el sitio con «npm start» y déjalo andando.');
  const endpoint = practice?.endpoint ?? house.tips.intake;
  if (endpoint === null) throw new Error('Falta la dirección del buzón: tips.intake en content/site.yaml.');
  const letterbox: Letterbox = practice?.letterbox ?? { v: 1, mode: 'intake', salt: house.tips.salt, endpoint, desks: house.desks.map(publicDesk) };
  let port = 0;
  const token = newToken(random);
  const app = createDeskApp({
    words: house.words, regions: house.regions, css: house.css, script: house.script,
    // Nobody waits half a minute for a silent letterbox; undici by itself waits five.
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(30_000) }),
    endpoint, letterbox, keyring: practice?.keyring ?? folderKeyring(folder), clock: Date.now, random,
    token, authority: () => `127.0.0.1:${port}`, practice: practice !== null, idleMinutes: 15,
  });
  const server = await serveDesk(app, Number(values.port ?? 0));
  port = server.port;
  console.log(`\nMesa de avisos (solo en esta computadora):\n\n  http://127.0.0.1:${port}/${token}/\n\nLa dirección cambia en cada arranque. Ctrl+C para apagar.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

try {
  if (positionals[0] === 'keys') {
    const house = readHouse(root);
    process.exitCode = await runKeys(positionals[1] ?? '', {
      root, signer: positionals[2], desks: house.desks, folders: values.keys ?? [folder], desk: values.desk, half: values.half, name: values.name,
      passphraseFiles: values['passphrase-file'] ?? [], newPassphraseFile: values['new-passphrase-file'], pq: values.pq, print: values.print,
      now: Date.now(), random, say: (line) => console.log(line),
    });
  } else if (positionals.length > 0) {
    console.error('Uso: npm run desk | npm run desk -- keys new | rotate | operator | trust | drill');
    process.exitCode = 2;
  } else await serve();
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? `El puerto ${values.port} está ocupado: elige otro con --port.` : error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
