import { toHex } from '#domain/tip/bytes.ts';
import type { ClientFault } from '#domain/tip/client.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import type { DeskClient } from '#domain/tip/desk-client.ts';
import { keyOn, nationalDesk, type Letterbox, type PinFault } from '#domain/tip/letterbox.ts';
import { suiteOf } from '#domain/tip/seal.ts';
import { NO_ID } from '#domain/tip/wire-desk.ts';
import { dayInPeru, minuteOf } from '#domain/desk/clock.ts';
import { readContent, writeDetail, writeLine, type Detail, type DetailWords, type PaperContent, type ReadLine } from '#domain/desk/line.ts';
import { headsOf, mergeLog, nextLine, type LineWords, type Log, type LogPaper } from '#domain/desk/log.ts';
import { openPaper, PaperError, sealPaper } from '#domain/desk/paper.ts';
import type { Keyring, Unlocked } from './keyring.ts';

/** What a session is handed. */
export interface SessionTools {
  readonly fetch: typeof fetch;
  readonly endpoint: string;
  readonly letterbox: Letterbox;
  readonly keyring: Keyring;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

export type DeskFault = ClientFault | PinFault | 'no-log' | 'unknown';
export type Done<T = null> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: DeskFault };
export const DONE: Done = { ok: true, value: null };

/** The letterbox's list and the desk's log, as they stood at one moment. */
export interface Desk {
  readonly alertsFailing: boolean;
  readonly entries: readonly TipEntry[];
  readonly log: Log;
}
/** Milliseconds for which fetched papers count as new on a tip's page. */
const FRESH = 15_000;

export type Notebook = ReturnType<typeof createNotebook>;

/** A tip as lines name it. */
export const about = (entry: TipEntry) => ({ tips: [{ id: toHex(entry.id), received: entry.receivedHour }] });

/** The desk's log as this session reads and writes it: papers at the letterbox, opened here. */
export function createNotebook(tools: SessionTools, client: DeskClient, unlocked: Unlocked, who: string) {
  const { letterbox, keyring, clock, random } = tools;
  const { desk, identities, signKey, signers } = unlocked;
  const national = nationalDesk(letterbox.desks);
  const writer = { session: toHex(random(16)), who, desk };
  /** Papers by id: they never change, so each is opened once. */
  const read = new Map<string, PaperContent>();
  let known: Desk | null = null;
  let fetched: { readonly at: number; readonly opened: readonly LogPaper[] } = { at: -Infinity, opened: [] };
  /** What this session wrote since the papers were fetched. */
  const written: LogPaper[] = [];
  /** Lines that this session wrote and the letterbox has, whether or not a refresh has shown them. */
  const mine = new Map<string, ReadLine>();
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two forms sent at once must not take the same number. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** What the letterbox has of the desk's papers, opened. A log only grows, so a page may lean on what was fetched just now. */
  async function papers(newest: boolean): Promise<Done> {
    if (!newest && clock() - fetched.at < FRESH) return DONE;
    const at = clock();
    const answer = await client.papers();
    if (!answer.ok) return answer;
    const opened: LogPaper[] = [];
    for (const { id, tip, desk: from, paper } of answer.value) {
      const key = toHex(id);
      const content = read.get(key) ?? readContent(await openPaper(paper, identities));
      read.set(key, content);
      opened.push({ tip: toHex(tip), desk: from, content });
    }
    fetched = { at, opened };
    written.length = 0;
    return DONE;
  }

  /** @param newest whether colleagues' papers of the last seconds matter: on the list and the log they do */
  async function refresh(newest = true): Promise<Done<Desk>> {
    const list = await client.list();
    if (!list.ok) return list;
    const got = await papers(newest);
    if (!got.ok) return got;
    const opened = [...fetched.opened, ...written];
    const witnessed = await keyring.witnessed(desk);
    const log = mergeLog(opened, {
      own: national?.id === desk ? null : desk,
      signers: new Set(signers.keys()),
      tips: new Set(list.value.entries.map(({ id }) => toHex(id))),
      witnessed: [...new Set([...witnessed, ...mine.keys()])],
    });
    // What was lost stays on the witness's list, or the alarm would ring once and fall silent.
    const lost = log.problems.filter(({ kind }) => kind === 'lost-since').map(({ what }) => what);
    await keyring.witness(desk, [...new Set([...lost, ...headsOf(log.lines, desk)])]);
    known = { alertsFailing: list.value.alertsFailing, entries: list.value.entries, log };
    return { ok: true, value: known };
  }

  /** Whom a paper is for: this desk, the desk that has the tip, and the national one. */
  function readers(tipDesk: string): string[] | PinFault {
    const today = dayInPeru(clock());
    const own = unlocked.recipients[0];
    const others = letterbox.desks.filter((one) => (one.national || one.id === tipDesk) && one.id !== desk).map((one) => keyOn(one, today)?.recipient);
    if (own === undefined || others.includes(undefined)) return 'no-valid-key';
    const all = [own, ...(others as string[])];
    return new Set(all.map(suiteOf)).size === 1 ? all : 'mixed-keys';
  }

  async function put(tip: Uint8Array, json: string, to: readonly string[]): Promise<Done> {
    let paper: Uint8Array;
    try {
      paper = await sealPaper(json, to);
    } catch (error) {
      return { ok: false, fault: error instanceof PaperError && error.fault === 'too-long' ? 'too-large' : 'no-valid-key' };
    }
    const retryKey = random(16);
    let answer = await client.add(retryKey, tip, paper);
    // The same bytes under the same key are stored once: trying again is safe.
    if (!answer.ok && answer.fault === 'offline') answer = await client.add(retryKey, tip, paper);
    if (answer.ok) written.push({ tip: toHex(tip), desk, content: readContent(JSON.parse(json)) });
    return answer;
  }

  async function line(words: LineWords): Promise<Done> {
    if (known === null) {
      const fresh = await refresh();
      if (!fresh.ok) return fresh;
    }
    const to = readers(desk);
    if (typeof to === 'string') return { ok: false, fault: to };
    const seen = [...(known as Desk | null)?.log.lines ?? []];
    const lines = [...seen, ...[...mine.values()].filter(({ id }) => !seen.some((one) => one.id === id))];
    const next = nextLine(lines, writer, minuteOf(clock()), words);
    const paper = writeLine(next, signKey);
    const done = await put(NO_ID, paper.json, to);
    if (!done.ok) return { ok: false, fault: done.fault === 'offline' ? 'offline' : 'no-log' };
    const content = readContent(JSON.parse(paper.json));
    if (content.kind === 'line') mine.set(paper.id, content);
    return DONE;
  }

  /** The first line of a session says who came; it is written before any other. */
  async function record(words: LineWords): Promise<Done> {
    return inTurn(async () => {
      if (mine.size === 0 && words.act !== 'unlock') {
        const entered = await line({ act: 'unlock' });
        if (!entered.ok) return entered;
      }
      return line(words);
    });
  }

  /** A detail of a tip, and the line that names it. @param extra a desk that is to read it too */
  async function recordDetail(entry: TipEntry, words: DetailWords, lineWords: LineWords, extra: readonly string[] = []): Promise<Done> {
    const to = readers(entry.desk);
    if (typeof to === 'string') return { ok: false, fault: to };
    const detail = { ...words, tip: toHex(entry.id), nonce: toHex(random(16)), who, at: minuteOf(clock()), desk } as Detail;
    const paper = writeDetail(detail, signKey);
    const kept = await put(entry.id, paper.json, [...new Set([...to, ...extra])]);
    if (!kept.ok) return kept;
    return record({ ...about(entry), ...lineWords, detail: paper.id });
  }

  return { refresh, record, recordDetail, known: (): Desk | null => known };
}
