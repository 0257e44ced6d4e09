import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeskApp, type DeskApp } from '#desk/app.ts';
import type { DeskResponse } from '#desk/answers.ts';
import { readHouse } from '#desk/house.ts';
import { readPractice, type Practice as DeskPractice } from '#desk/keyring.ts';
import type { DeskServices } from '#desk/room.ts';
import { createTipClient } from '#domain/tip/client.ts';
import { pinFor } from '#domain/tip/letterbox.ts';
import { solveProof } from '#domain/tip/proof.ts';
import { deriveKeys, type ReceiptKeys } from '#domain/tip/receipt-keys.ts';
import { sealFollowUp, sealTip, openReplies, type Replies, type TipWords } from '#domain/tip/tipster.ts';
import { startPractice } from '#intake/practice.ts';
import { aTip } from '../../domain/tip/builders.ts';

export const root = join(import.meta.dirname, '../../..');
export const house = readHouse(root);
export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** A real practice letterbox on a free port, with people who write to it. */
export interface Letters {
  readonly practice: DeskPractice;
  readonly endpoint: string;
  /** Sends a tip and returns the keys of its receipt. */
  send(words?: Partial<TipWords>): Promise<ReceiptKeys>;
  followUp(keys: ReceiptKeys, text: string): Promise<void>;
  replies(keys: ReceiptKeys): Promise<Replies>;
  close(): Promise<void>;
}

export async function openLetters(clock: () => number = Date.now): Promise<Letters> {
  const folder = mkdtempSync(join(tmpdir(), 'mesa-prueba-'));
  let listener: Awaited<ReturnType<typeof startPractice>>['listener'] = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const siteAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started = await startPractice({ desks: house.desks, salt: 'practica', endpoint: '/buzon', siteAddress, folder: join(folder, 'p'), print: () => undefined, clock });
  ({ listener } = started);
  const practice = await readPractice(started.folder);
  if (practice === null) throw new Error('practice.json cannot be read');
  const client = createTipClient({ fetch, endpoint: practice.endpoint, solve: solveProof, wait: () => Promise.resolve() });
  const today = new Date(clock()).toISOString().slice(0, 10);
  return {
    practice,
    endpoint: practice.endpoint,
    async send(words = {}) {
      const tip = aTip(words);
      const keys = await deriveKeys(random(10), practice.letterbox.salt);
      const pin = pinFor(practice.letterbox, tip.where.region, today);
      if (!pin.ok) throw new Error(pin.fault);
      const { sealed, box } = await sealTip(tip, keys, pin.pinned, random(32));
      const answer = await client.deposit({ retryKey: random(16), box, desk: pin.desk.id, sealed }, null);
      if (!answer.ok) throw new Error(answer.fault);
      return keys;
    },
    async followUp(keys, text) {
      const box = await client.read(keys.token);
      if (!box.ok) throw new Error(box.fault);
      const pin = pinFor(practice.letterbox, practice.letterbox.desks.find(({ id }) => id === box.value.desk)?.regions[0] ?? 'no-se', today);
      if (!pin.ok) throw new Error(pin.fault);
      const sealed = await sealFollowUp({ practice: true, text, language: 'es' }, box.value.followUps + 1, keys, pin.pinned);
      const answer = await client.followUp(random(16), keys.token, sealed);
      if (!answer.ok) throw new Error(answer.fault);
    },
    async replies(keys) {
      const box = await client.readAll(keys.token);
      if (!box.ok) throw new Error(box.fault);
      return openReplies(box.value.page, keys);
    },
    async close() {
      await started.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk in front of those letters, and someone who sits at it. */
export interface Seat {
  readonly app: DeskApp;
  get(path: string): Promise<DeskResponse>;
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<DeskResponse>;
  enter(desk?: string, who?: string): Promise<DeskResponse>;
}
export const AUTHORITY = '127.0.0.1:4390';
export const TOKEN = 'a'.repeat(32);

export function takeSeat(letters: Pick<Letters, 'practice' | 'endpoint'>, more: Partial<DeskServices> = {}): Seat {
  const app = createDeskApp({
    words: house.words, regions: house.regions, css: house.css, script: house.script, fetch,
    endpoint: letters.endpoint, letterbox: letters.practice.letterbox, keyring: letters.practice.keyring, clock: Date.now, random,
    token: TOKEN, authority: () => AUTHORITY, practice: true, idleMinutes: 15, ...more,
  });
  const headers = { host: AUTHORITY, origin: `http://${AUTHORITY}`, 'sec-fetch-site': 'same-origin' };
  const seat: Seat = {
    app,
    get: (path) => app.handle({ method: 'GET', url: `/${TOKEN}/${path}`, headers, body: new Uint8Array() }),
    post: (path, fields = {}) => {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
      return app.handle({ method: 'POST', url: `/${TOKEN}/${path}`, headers, body: new TextEncoder().encode(form.toString()) });
    },
    enter: (desk = 'frontera-norte', who = 'R. Q.') => seat.post('entrar', { desk, who }),
  };
  return seat;
}

/** The page as text, without its markup's head. */
export const pageOf = ({ body }: DeskResponse): string => (typeof body === 'string' ? body.replace(/[\s\S]*<body>/, '') : '');
/** The ids of the tips that a list shows, in its order. */
export const tipsOn = (response: DeskResponse): string[] => [...pageOf(response).matchAll(/name="id" value="([0-9a-f]{32})"/g)].map(([, id]) => id ?? '');
