import type { Reader } from './bytes.ts';
import { post, readAnswer, type Answer } from './client.ts';
import { readCase, readPapers, readWorklist, type Paper, type SealedCase, type TipEntry } from './desk-answers.ts';
import { encodeDeskRequest, NO_ID, type Command } from './wire-desk.ts';

/** The desk's side of the wire: signs each command and reads the answer. */
export interface DeskTools {
  readonly fetch: typeof fetch;
  readonly endpoint: string;
  readonly salt: string;
  readonly desk: string;
  /** 32-byte Ed25519 secret key. */
  readonly signKey: Uint8Array;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

export interface DeskClient {
  /** Every tip that this desk may read (the national desk: all), in no order. */
  list(): Promise<Answer<{ alertsFailing: boolean; entries: readonly TipEntry[] }>>;
  get(tip: Uint8Array): Promise<Answer<SealedCase>>;
  /** Stores a sealed reply and the hour of the first one. The same retry key stores it once. */
  reply(tip: Uint8Array, retryKey: Uint8Array, sealed: Uint8Array): Promise<Answer<null>>;
  /** Stores the hour of the first opening, or of an answer given in another way. */
  mark(tip: Uint8Array, as: 'opened' | 'answered'): Promise<Answer<null>>;
  /** Deletes tips for good, leaving a tombstone that says only when. */
  discard(tips: readonly Uint8Array[]): Promise<Answer<null>>;
  /** Hands a tip to another desk: `sealed` is the same tip sealed to that desk and the national one. */
  route(tip: Uint8Array, desk: string, sealed: Uint8Array): Promise<Answer<null>>;
  /** Adds an encrypted paper (a note, a line of the log) to a tip, or to the desk itself with NO_ID. */
  add(retryKey: Uint8Array, tip: Uint8Array, paper: Uint8Array): Promise<Answer<null>>;
  papers(): Promise<Answer<readonly Paper[]>>;
}

const PAGE = 500;

export function createDeskClient(tools: DeskTools): DeskClient {
  async function ask<T>(command: Command, read: (reader: Reader) => T): Promise<Answer<T>> {
    const { desk, signKey, salt, clock, random, fetch, endpoint } = tools;
    const body = encodeDeskRequest({ desk, time: Math.floor(clock() / 1_000), nonce: random(16), command }, signKey, salt);
    const answer = await post(fetch, endpoint, body, 'desk');
    return answer.ok ? readAnswer(answer.value, read) : answer;
  }
  const done = (command: Command) => ask(command, () => null);

  async function pages<T extends { id: Uint8Array }, P extends { more: boolean }>(
    name: 'list' | 'papers', read: (reader: Reader) => P, items: (page: P) => readonly T[],
  ): Promise<Answer<{ all: T[]; last: P }>> {
    const all: T[] = [];
    for (let after: Uint8Array = NO_ID; ; after = all.at(-1)?.id ?? NO_ID) {
      const page = await ask({ name, after, limit: PAGE }, read);
      if (!page.ok) return page;
      all.push(...items(page.value));
      if (!page.value.more || items(page.value).length === 0) return { ok: true, value: { all, last: page.value } };
    }
  }

  return {
    async list() {
      const answer = await pages('list', readWorklist, (page) => page.entries);
      return answer.ok ? { ok: true, value: { alertsFailing: answer.value.last.alertsFailing, entries: answer.value.all } } : answer;
    },
    get: (tip) => ask({ name: 'get', tip }, readCase),
    reply: (tip, retryKey, sealed) => done({ name: 'reply', tip, retryKey, sealed }),
    mark: (tip, as) => done({ name: 'mark', tip, as }),
    discard: (tips) => done({ name: 'discard', tips }),
    route: (tip, desk, sealed) => done({ name: 'route', tip, desk, sealed }),
    add: (retryKey, tip, paper) => done({ name: 'add', retryKey, tip, paper }),
    async papers() {
      const answer = await pages('papers', readPapers, (page) => page.papers);
      return answer.ok ? { ok: true, value: answer.value.all } : answer;
    },
  };
}
