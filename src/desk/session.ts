import { fromHex, toHex } from '#domain/tip/bytes.ts';
import { tipToPayload } from '#domain/tip/content.ts';
import type { Answer } from '#domain/tip/client.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { createDeskClient } from '#domain/tip/desk-client.ts';
import { openFollowUps, openTip, replyBytes, type FollowUps } from '#domain/tip/desk-open.ts';
import { nationalDesk, pinDesks } from '#domain/tip/letterbox.ts';
import { OpenError, seal, sealReply, SealError, type OpenFault } from '#domain/tip/seal.ts';
import type { Reply, Tip } from '#domain/tip/tip.ts';
import { caseFile, type CaseFile } from '#domain/desk/case.ts';
import { dayInPeru } from '#domain/desk/clock.ts';
import type { DetailWords } from '#domain/desk/line.ts';
import type { LineWords } from '#domain/desk/log.ts';
import type { Unlocked } from './keyring.ts';
import { about, createNotebook, DONE, type Done, type SessionTools } from './notebook.ts';

export interface OpenedTip {
  readonly tip: Tip;
  readonly thread: FollowUps | null;
}
export type Opening = { readonly ok: true; readonly opened: OpenedTip } | { readonly ok: false; readonly fault: OpenFault };

export type Session = ReturnType<typeof createSession>;

const TIP_HEX = /^[0-9a-f]{32}$/;

/** One unlocking of one desk by one person. Everything it knows dies with it. */
export function createSession(tools: SessionTools, unlocked: Unlocked, who: string) {
  const { fetch, endpoint, letterbox, clock, random } = tools;
  const { desk, identities, signKey, signers } = unlocked;
  const client = createDeskClient({ fetch, endpoint, salt: letterbox.salt, desk, signKey, clock, random });
  const notebook = createNotebook(tools, client, unlocked, who);
  const { record, recordDetail } = notebook;
  const national = nationalDesk(letterbox.desks);
  const openedHere = new Set<string>();
  /** Replies by their form's key, and the number each went out with: sent, though perhaps not yet in the log. */
  const sent = new Map<string, number>();
  const logged = new Set<string>();
  const replying = new Map<string, Promise<Done>>();

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

  async function replyOnce(entry: TipEntry, tip: Tip, words: Pick<Reply, 'kind' | 'text'>, retry: string): Promise<Done> {
    const retryKey = fromHex(retry);
    if (tip.reply === null || retryKey?.length !== 16) return { ok: false, fault: 'no-mailbox' };
    if (logged.has(retry)) return DONE;
    const seq = sent.get(retry) ?? entry.replies + 1;
    if (!sent.has(retry)) {
      const sealed = await sealReply(replyBytes({ ...words, language: 'es' }, seq, tip.reply.threadKey), tip.reply.address).catch(() => null);
      if (sealed === null) return { ok: false, fault: 'too-large' };
      const answer = await client.reply(entry.id, retryKey, sealed);
      // «Offline» may mean that it was kept and only the answer was lost: the same bytes go again, once.
      const kept = !answer.ok && answer.fault === 'offline' ? await client.reply(entry.id, retryKey, sealed) : answer;
      if (!kept.ok) return kept;
      sent.set(retry, seq);
    }
    const written = await recordDetail(entry, { type: 'reply', kind: words.kind, seq, text: words.text }, { act: 'reply', word: words.kind });
    if (written.ok) logged.add(retry);
    return written;
  }

  return {
    desk, who, national: national?.id === desk, closed: unlocked.closed, letterbox, signers, recipients: unlocked.recipients,
    openedHere: (id: string): boolean => openedHere.has(id),
    refresh: notebook.refresh, record, unseal,

    entry(id: string): TipEntry | null {
      return TIP_HEX.test(id) ? (notebook.known()?.entries.find((one) => toHex(one.id) === id) ?? null) : null;
    },
    file(entry: TipEntry): CaseFile {
      const log = notebook.known()?.log;
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

    /** @param retry a form's own hex key: the same form sent twice, even at once, is one reply */
    reply(entry: TipEntry, tip: Tip, words: Pick<Reply, 'kind' | 'text'>, retry: string): Promise<Done> {
      const turn = (replying.get(retry) ?? Promise.resolve(DONE)).then(() => replyOnce(entry, tip, words, retry));
      replying.set(retry, turn.catch(() => DONE));
      return turn;
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
