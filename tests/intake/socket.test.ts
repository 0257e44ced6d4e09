import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveProof } from '#domain/tip/proof.ts';
import { encodeRequest } from '#domain/tip/wire.ts';
import { createIntakeServer, SERVER_RULES } from '#intake/server.ts';
import { makeChallenge } from '#intake/proof.ts';
import { aLetterbox, random, sealedLike, type TestLetterbox } from './support/letterbox.ts';

let box: TestLetterbox;
let server: Server;
let port = 0;
beforeAll(async () => {
  box = await aLetterbox();
  server = createIntakeServer(box.handle, { ...SERVER_RULES, headersTimeout: 300, requestTimeout: 600 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await box.close();
});

const stored = async () => Number((await box.store.transaction((sql) => sql('SELECT COUNT(*) AS n FROM tip')))[0]?.['n']);
const HEAD = `POST /buzon HTTP/1.1\r\nHost: buzon.test\r\nContent-Type: application/octet-stream\r\n`;

/** Writes raw bytes to the socket and gives back everything that came until it closed. */
async function raw(parts: (string | Uint8Array)[], end = false): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (part: Buffer) => { answer += part.toString(); });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  for (const part of parts) socket.write(part);
  if (end) socket.end();
  await closed;
  return answer;
}

async function aTip(): Promise<Uint8Array> {
  const proof = await solveProof(await makeChallenge({ cost: 2, least: 0, most: 2 }, box.tools.secret, box.time.now, 0));
  return encodeRequest({ op: 'deposit', retryKey: random(16), box: random(32), desk: 'tumbes', proof: proof ?? random(1), sealed: sealedLike() });
}

describe('at the socket', () => {
  it('a tip that arrives whole is kept, and one that breaks off is not', async () => {
    const before = await stored();
    const body = await aTip();
    expect(await raw([`${HEAD}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`, body])).toMatch(/^HTTP\/1\.1 200 /);
    const cut = await aTip();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${HEAD}Content-Length: ${cut.length}\r\n\r\n`);
    socket.write(cut.subarray(0, 5_000));
    await wait(100);
    socket.destroy();
    await wait(100);
    expect(await stored()).toBe(before + 1);
  });

  it('a body that dribbles in gets 408 and its line back', async () => {
    expect(await raw([`${HEAD}Content-Length: 9000\r\n\r\n`, 'STB1'])).toMatch(/^HTTP\/1\.1 408 [\s\S]*too-slow El mensaje tardó demasiado/);
  });

  it('headers that never end get 408, and headers that are too long 431', async () => {
    expect(await raw(['POST /buzon HTTP/1.1\r\nHost: x\r\n'])).toMatch(/^HTTP\/1\.1 408 /);
    expect(await raw([`${HEAD}X-Long: ${'a'.repeat(9_000)}\r\n\r\n`])).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('what is no HTTP gets 400, and other addresses 404', async () => {
    expect(await raw(['¡hola!\r\n\r\n'])).toMatch(/^HTTP\/1\.1 400 [\s\S]*malformed /);
    expect(await raw(['GET /secreto HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'])).toMatch(/^HTTP\/1\.1 404 [\s\S]*not-here /);
    expect(await raw(['GET /buzon?palabras=luna HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'])).toMatch(/^HTTP\/1\.1 404 /);
    expect(await raw(['GET /buzon HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'])).toMatch(/^HTTP\/1\.1 405 [\s\S]*Allow: POST, OPTIONS/i);
  });

  it('an oversize body gets 413, whether it tells its length or not', async () => {
    expect(await raw([`${HEAD}Content-Length: 9000000\r\n\r\n`, new Uint8Array(70_000)])).toMatch(/^HTTP\/1\.1 413 [\s\S]*too-large /);
    const sent = request({ host: '127.0.0.1', port, path: '/buzon', method: 'POST', headers: { 'content-type': 'application/octet-stream' } });
    sent.on('error', () => undefined);
    sent.write(Buffer.concat([Buffer.from('STB1\x02'), Buffer.alloc(100_000)]));
    const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }];
    response.resume();
    expect(response.statusCode).toBe(413);
    sent.destroy();
  });
});
