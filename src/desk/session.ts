import { fromHex, toHex } from '#domain/tip/bytes.ts';
import { tipToPayload } from '#domain/tip/content.ts';
import type { Answer, ClientFault } from '#domain/tip/client.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { createDeskClient } from '#domain/tip/desk-client.ts';
import { openFollowUps, openTip, replyBytes, type FollowUps } from '#domain/tip/desk-open.ts';
import { keyOn, pinDesks, type Letterbox, type PinFault } from '#domain/tip/letterbox.ts';
import { OpenError, seal, sealReply, SealError, suiteOf, type OpenFault } from '#domain/tip/seal.ts';
import type { Reply, Tip } from '#domain/tip/tip.ts';
import { NO_ID } from '#domain/tip/wire-desk.ts';
import { caseFile, type CaseFile } from '#domain/desk/case.ts';
import { dayInPeru, minuteOf } from '#domain/desk/clock.ts';
import { readContent, writeDetail, writeLine, type Detail, type DetailWords, type PaperContent, type ReadLine } from '#domain/desk/line.ts';
import { headsOf, mergeLog, nextLine, type LineWords, type Log, type LogPaper } from '#domain/desk/log.ts';
import { openPaper, PaperError, sealPaper } from '#domain/desk/paper.ts';
import type { Keyring, Unlocked } from './keyring.ts';

/** One unlocking of one desk by one person. Everything it knows dies with it. */
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
const DONE: Done = { ok: true, value: null };

/** The letterbox's list and the desk's log, as they stood at one moment. */
export interface Desk {
  readonly alertsFailing: boolean;
  readonly entries: readonly TipEntry[];
  readonly log: Log;
}
export interface OpenedTip {
  readonly tip: Tip;
  readonly thread: FollowUps | null;
}
export type Opening = { readonly ok: true; readonly opened: OpenedTip } | { readonly ok: false; readonly fault: OpenFault };

export type Session = ReturnType<typeof createSession>;

/** Milliseconds for which fetched papers count as new on a tip's page. */
const FRESH = 15_000;
const TIP_HEX = /^[0-9a-f]{32}$/;

export function createSession(tools: SessionTools, unlocked: Unlocked, who: string) {
  const { fetch, endpoint, letterbox, keyring, clock, random } = tools;
  const { desk, identities, signKey, signers } = unlocked;
  const client = createDeskClient({ fetch, endpoint, salt: letterbox.salt, desk, signKey, clock, random });
  const national = letterbox.desks.find((one) => one.national);
  const writer = { session: toHex(random(16)), who, desk };
  /** Papers by id: they never change, so each is opened once. */
  const read = new Map<string, PaperContent>();
  const openedHere = new Set<string>();
  /** Replies by their form's key, and the number each went out with: sent, though perhaps not yet in the log. */
  const sent = new Map<string, number>();
  const logged = new Set<string>();
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

  const about = (entry: TipEntry) => ({ tips: [{ id: toHex(entry.id), received: entry.receivedHour }] });

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

  async function unseal(entry: TipEntry): Promise<Answer<Opening>> {
    const sealed = await client.get(entry.id);
    if (!sealed.ok) return sealed;
    try {
      const tip = await openTip(sealed.value.sealed, identities);
      const thread = tip.reply === null ? null : await openFollowUps(sealed.value.followUps, identities, tip.reply.threadKey);
      return { ok: true, value: { ok: true, opened: { tip, thread } } };
    } catch (error) {
      if (error instanceof OpenError) return { ok: true, value: { ok: false, fault: error.fault } };
      throw error;
    }
  }

  return {
    desk, who, national: national?.id === desk, closed: unlocked.closed, letterbox, signers, recipients: unlocked.recipients,
    openedHere: (id: string): boolean => openedHere.has(id),
    refresh, record, unseal,

    entry(id: string): TipEntry | null {
      return TIP_HEX.test(id) ? ((known as Desk | null)?.entries.find((one) => toHex(one.id) === id) ?? null) : null;
    },
    file(entry: TipEntry): CaseFile {
      const log = (known as Desk | null)?.log;
      if (log === undefined) throw new Error('refresh first');
      return caseFile(log, toHex(entry.id), entry);
    },

    /** Opens a tip for this session: the letterbox hears of the first time, the log of each. */
    async open(entry: TipEntry, file: CaseFile): Promise<Done<Opening>> {
      const id = toHex(entry.id);
      const answer = await unseal(entry);
      if (!answer.ok) return answer;
      if (!answer.value.ok) {
        if (file.state === 'cannot-open' && file.fault === answer.value.fault) return answer;
        const written = await record({ act: 'cannot-open', ...about(entry), word: answer.value.fault });
        return written.ok ? answer : written;
      }
      if (entry.openedHour === null) {
        const marked = await client.mark(entry.id, 'opened');
        if (!marked.ok) return marked;
      }
      if (!openedHere.has(id) || entry.followUps > file.seen) {
        const { tip } = answer.value.opened;
        const facts = { region: tip.where.region, how: tip.how.kind, emergency: tip.emergency, practice: tip.practice, followUps: entry.followUps };
        const written = await record({ act: 'open', ...about(entry), facts });
        if (!written.ok) return written;
      }
      openedHere.add(id);
      return answer;
    },

    /** A note or a decision. It counts as work: the letterbox keeps the tip longer. */
    async write(entry: TipEntry, words: DetailWords, lineWords: LineWords): Promise<Done> {
      const kept = await recordDetail(entry, words, lineWords);
      return kept.ok ? client.mark(entry.id, 'opened') : kept;
    },

    /** @param retry a form's own hex key: the same form sent twice is one reply */
    async reply(entry: TipEntry, tip: Tip, words: Pick<Reply, 'kind' | 'text'>, retry: string): Promise<Done> {
      const retryKey = fromHex(retry);
      if (tip.reply === null || retryKey?.length !== 16) return { ok: false, fault: 'no-mailbox' };
      if (logged.has(retry)) return DONE;
      const seq = sent.get(retry) ?? entry.replies + 1;
      if (!sent.has(retry)) {
        const sealed = await sealReply(replyBytes({ ...words, language: 'es' }, seq, tip.reply.threadKey), tip.reply.address).catch(() => null);
        if (sealed === null) return { ok: false, fault: 'too-large' };
        const answer = await client.reply(entry.id, retryKey, sealed);
        if (!answer.ok) return answer;
        sent.set(retry, seq);
      }
      const written = await recordDetail(entry, { type: 'reply', kind: words.kind, seq, text: words.text }, { act: 'reply', word: words.kind });
      if (written.ok) logged.add(retry);
      return written;
    },

    async answered(entry: TipEntry): Promise<Done> {
      const marked = await client.mark(entry.id, 'answered');
      return marked.ok ? record({ act: 'answered', ...about(entry) }) : marked;
    },
    mark: (entry: TipEntry, act: 'close' | 'reopen'): Promise<Done> => record({ act, ...about(entry) }),

    /** The log first: nothing is deleted without a line that says who did it and why. */
    async discard(entries: readonly TipEntry[], reason: string): Promise<Done> {
      for (let from = 0; from < entries.length; from += 40) {
        const some = entries.slice(from, from + 40);
        const tips = some.map((entry) => ({ id: toHex(entry.id), received: entry.receivedHour }));
        const written = await record({ act: 'discard', word: reason, tips });
        if (!written.ok) return written;
        const gone = await client.discard(some.map(({ id }) => id));
        if (!gone.ok) {
          await record({ act: 'failed', word: 'discard', tips });
          return gone;
        }
      }
      return DONE;
    },

    /** Seals the tip to the other desk and the national one, and hands over what is known in words. */
    async route(entry: TipEntry, tip: Tip, to: string, text: string): Promise<Done> {
      const other = letterbox.desks.find(({ id }) => id === to);
      if (other === undefined || national === undefined || other.national) return { ok: false, fault: 'no-desk' };
      const pin = pinDesks(letterbox, other, national, dayInPeru(clock()));
      if (!pin.ok) return pin;
      const sealed = await seal(tipToPayload(tip), pin.pinned).catch((error: unknown) => (error instanceof SealError ? null : Promise.reject(error as Error)));
      if (sealed === null) return { ok: false, fault: 'no-valid-key' };
      const written = await recordDetail(entry, { type: 'handover', text }, { act: 'route', word: to }, [pin.pinned.desk]);
      if (!written.ok) return written;
      const routed = await client.route(entry.id, to, sealed);
      if (!routed.ok) await record({ act: 'failed', word: 'route', ...about(entry) });
      return routed;
    },
  };
}
