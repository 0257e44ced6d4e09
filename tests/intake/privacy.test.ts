import { request } from 'node:http';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fromHex, toHex } from '#domain/tip/bytes.ts';
import { createTipClient } from '#domain/tip/client.ts';
import { createDeskClient } from '#domain/tip/desk-client.ts';
import { deskSchema, type Desk } from '#domain/tip/desk.ts';
import { openFollowUps, openTip, replyBytes } from '#domain/tip/desk-open.ts';
import { pinDesks, pinFor } from '#domain/tip/letterbox.ts';
import { solveProof } from '#domain/tip/proof.ts';
import { deriveKeys } from '#domain/tip/receipt-keys.ts';
import { sealReply } from '#domain/tip/seal.ts';
import { openReplies, sealFollowUp, sealTip } from '#domain/tip/tipster.ts';
import { mailChannel, webhookChannel } from '#intake/channels.ts';
import { configProblems, readConfig, type IntakeDesk } from '#intake/config.ts';
import { codeOf, logTo } from '#intake/log.ts';
import { startPractice, type Practice, type PracticeKeys } from '#intake/practice.ts';
import { alertText } from '#intake/words.ts';
import { aTip } from '../domain/tip/builders.ts';
import { aConfig, random } from './support/letterbox.ts';

const desks: Desk[] = readdirSync('content/desks').map((name) => ({ id: name.replace('.yaml', ''), ...deskSchema.parse(parse(readFileSync(`content/desks/${name}`, 'utf8'))) }));
const MARK = 'marca-en-claro-7f3a';
// A loopback address that nothing else uses: if it is found anywhere, the letterbox kept it.
const CLIENT = '127.77.66.55';

let practice: Practice;
let server: ReturnType<typeof createHttp>;
let endpoint = '';
const printed: string[] = [];
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'practica-'));
  practice = await startPractice({ desks, salt: 'practica', endpoint: '/buzon', siteAddress: 'http://127.0.0.1:4321', folder, print: (line) => printed.push(line) });
  server = createHttp(practice.listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/buzon`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await practice.close();
  await rm(practice.folder, { recursive: true, force: true });
});

/** `fetch` from the marked address, with headers that a careless proxy would add. */
const markedFetch = (async (url: string, init: RequestInit) => {
  const sent = request(url, { method: 'POST', localAddress: CLIENT, headers: { ...(init.headers as Record<string, string>), 'x-forwarded-for': CLIENT, forwarded: `for=${CLIENT}`, 'user-agent': MARK } });
  sent.end(init.body);
  const [response] = (await once(sent, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return new Response(Buffer.concat(parts), { status: response.statusCode });
}) as unknown as typeof fetch;

describe('a rehearsal, from the first word to the reply', () => {
  it('works with nothing set up, and leaves no word and no address in the database, its log or the server’s', async () => {
    const { letterbox } = practice;
    const client = createTipClient({ fetch: markedFetch, endpoint, solve: solveProof, wait: async () => undefined });
    const [keys, today] = [await deriveKeys(random(10), letterbox.salt), new Date().toISOString().slice(0, 10)];
    const pin = pinFor(letterbox, 'tumbes', today);
    if (!pin.ok) throw new Error(pin.fault);
    const photo = { type: 'image/jpeg', original: false, bytes: new TextEncoder().encode(`${MARK} `.repeat(9_000)) } as const;
    const { sealed, box } = await sealTip(aTip({ what: `Vi esto: ${MARK}`, photos: [photo] }), keys, pin.pinned, random(32));
    expect(await client.deposit({ retryKey: random(16), box, desk: pin.desk.id, sealed }, null)).toEqual({ ok: true, value: null });

    // The desk, with what practice.json holds.
    const held = JSON.parse(await readFile(join(practice.folder, 'practice.json'), 'utf8')) as PracticeKeys;
    const mine = held.desks.find(({ id }) => id === 'frontera-norte');
    if (mine === undefined) throw new Error('no desk');
    const desk = createDeskClient({ fetch: markedFetch, endpoint, salt: held.salt, desk: mine.id, signKey: fromHex(mine.signKey) ?? random(32), clock: Date.now, random });
    const list = await desk.list();
    const id = (list.ok && list.value.entries[0]?.id) || random(16);
    const found = await desk.get(id);
    if (!found.ok) throw new Error(found.fault);
    const tip = await openTip(found.value.sealed, [mine.identity]);
    expect(tip.what).toContain(MARK);
    const bytes = replyBytes({ kind: 'received', text: `Lo leímos: ${MARK}`, language: 'es' }, 1, tip.reply?.threadKey ?? '');
    expect(await desk.reply(id, random(16), await sealReply(bytes, tip.reply?.address ?? ''))).toEqual({ ok: true, value: null });

    // The nine words open the reply; a follow-up goes back.
    const mailbox = await client.readAll(keys.token);
    if (!mailbox.ok) throw new Error(mailbox.fault);
    expect((await openReplies(mailbox.value.page, keys)).replies).toMatchObject([{ reply: { text: `Lo leímos: ${MARK}` } }]);
    const again = pinDesks(letterbox, pin.desk, pin.national, today);
    if (!again.ok) throw new Error(again.fault);
    await client.followUp(random(16), keys.token, await sealFollowUp({ practice: true, text: `Siguen ahí ${MARK}`, language: 'es' }, mailbox.value.followUps + 1, keys, again.pinned));
    const later = await desk.get(id);
    if (!later.ok) throw new Error(later.fault);
    expect((await openFollowUps(later.value.followUps, [mine.identity], toHex(keys.threadKey))).followUps).toHaveLength(1);
    await practice.tick();
    expect(printed.join('')).toContain('Hay 1 mensaje nuevo');

    for (const name of ['buzon.db', 'buzon.db-wal', 'buzon.db-shm']) {
      const file = await readFile(join(practice.folder, name)).catch(() => Buffer.alloc(0));
      for (const trace of [MARK, CLIENT, 'mesera', 'image/jpeg']) expect(file.includes(trace), `${trace} in ${name}`).toBe(false);
    }
    expect((await stat(join(practice.folder, 'buzon.db-wal'))).size).toBeGreaterThan(0);
    for (const trace of [MARK, CLIENT]) expect(printed.join('')).not.toContain(trace);
  });

  it('keeps its keys where only this user can read them, and makes new ones at each start', async () => {
    expect((await stat(join(practice.folder, 'practice.json'))).mode & 0o077).toBe(0);
    expect((await stat(practice.folder)).mode & 0o077).toBe(0);
    const folder = await mkdtemp(join(tmpdir(), 'practica-'));
    const other = await startPractice({ desks, salt: 'practica', endpoint: '/buzon', siteAddress: 'http://x', folder, print: () => undefined });
    expect(other.letterbox.desks[0]?.keys[0]?.recipient).not.toBe(practice.letterbox.desks[0]?.keys[0]?.recipient);
    expect(JSON.stringify(other.letterbox)).not.toContain('SECRET');
    await other.close();
    await rm(folder, { recursive: true });
  });
});

describe('the letterbox’s code', () => {
  it('never asks for an address, and writes no message of an error', () => {
    const files = readdirSync('src/intake', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const nosy = /remoteAddress|remotePort|x-forwarded|forwarded-for|user-agent|\.rawHeaders|console\.|error\.message|error\.stack/i;
    expect(files.filter((name) => nosy.test(readFileSync(join('src/intake', name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))).toEqual([]);
    expect(files.length).toBeGreaterThan(15);
  });

  it('logs an event, a count and a code, and no code that is not one word', () => {
    const lines: string[] = [];
    logTo((line) => lines.push(line))({ event: 'purged', count: 2 });
    expect(lines).toEqual(['{"event":"purged","count":2}\n']);
    expect(codeOf(Object.assign(new Error(MARK), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(codeOf(Object.assign(new Error('x'), { code: `no ${MARK}: ${CLIENT}` }))).toBe('unknown');
    expect(codeOf(new Error(MARK))).toBe('unknown');
  });
});

describe('an alert on its way', () => {
  const desk: IntakeDesk = { id: 'tumbes', name: 'Tumbes', national: false, signKeys: ['00'.repeat(32)], mail: ['mesa@ong.example'], webhook: null };

  it('goes by mail with a count and a desk, and nowhere to answer to', async () => {
    let mail = '';
    const smtp = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 prueba ESMTP\r\n');
      let inData = false;
      socket.on('data', (part: Buffer) => {
        const text = part.toString();
        if (inData) {
          mail += text;
          if (!mail.endsWith('\r\n.\r\n')) return;
          inData = false;
          socket.write('250 ok\r\n');
        } else if (/^DATA/i.test(text)) {
          inData = true;
          socket.write('354 go\r\n');
        } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      });
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp, 'listening');
    const { port } = smtp.address() as AddressInfo;
    await mailChannel(`smtp://127.0.0.1:${port}?ignoreTLS=true`, 'nadie@sintrampa.example')(desk, alertText('new', 1, 'Tumbes'));
    smtp.close();
    expect(mail).toMatch(/^To: mesa@ong\.example/m);
    expect(mail).not.toMatch(/^Reply-To:/im);
    expect(Buffer.from(mail.match(/^Subject: ([\s\S]*?)\r\n\S/m)?.[1] ?? '').toString()).toMatch(/Hay[ _]1[ _]aviso[ _]nuevo/);
    expect(mail).toContain('Hay 1 aviso nuevo en la mesa Tumbes.');
  });

  it('goes by webhook as one line of text, and is not done when the other side refuses', async () => {
    const sent: string[] = [];
    const channel = (status: number) => webhookChannel((async (_: unknown, init: RequestInit) => {
      sent.push(String(init.body));
      return new Response(null, { status });
    }) as typeof fetch);
    await channel(200)({ ...desk, webhook: 'https://chat.example/x' }, alertText('new', 2, 'Tumbes'));
    expect(JSON.parse(sent[0] ?? '')).toEqual({ text: expect.stringContaining('Hay 2 avisos nuevos en la mesa Tumbes.') as string });
    await expect(channel(500)({ ...desk, webhook: 'https://chat.example/x' }, alertText('new', 1, 'Tumbes'))).rejects.toThrow();
    await expect(channel(200)(desk, alertText('new', 1, 'Tumbes'))).rejects.toThrow();
  });
});

describe('the configuration', () => {
  it('stops the start with a sentence for each mistake', () => {
    expect(() => readConfig({ salt: 'x' })).toThrow(/salt|desks/);
    const good = aConfig();
    const plain = JSON.parse(JSON.stringify(good)) as typeof good;
    expect(() => readConfig({ ...plain, desks: plain.desks.map((one) => ({ ...one, national: false })) })).toThrow(/national/);
    expect(() => readConfig({ ...plain, password: 'x' })).toThrow(/password/);
    expect(() => readConfig({ ...plain, desks: plain.desks.map((one) => ({ ...one, mail: ['a@b.pe'] })) })).toThrow(/mailFrom/);
    expect(configProblems(good, undefined)).toHaveLength(3);
    expect(configProblems({ ...good, origin: null, desks: good.desks.map((one) => ({ ...one, mail: ['a@b.pe'] })) }, undefined).join()).toMatch(/INTAKE_SMTP_URL[\s\S]*origin/);
  });
});
