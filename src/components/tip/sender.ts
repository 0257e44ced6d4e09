import { createTipClient, type Delivery, type TipClient } from '#domain/tip/client.ts';
import { nationalDesk, pinDesks, pinFor, readLetterbox, type Letterbox, type PinResult } from '#domain/tip/letterbox.ts';
import { deriveKeys, type ReceiptKeys } from '#domain/tip/receipt-keys.ts';
import { openReplies, sealFollowUp, sealTip, type Replies, type TipWords } from '#domain/tip/tipster.ts';
import { SealError } from '#domain/tip/seal.ts';
import { outcomeOf, type Outcome } from '#domain/tip-form/outcome.ts';
import { prove } from './prove.ts';

export type Stage = 'keys' | 'sealing' | 'proof' | 'sending';
export type Done = { readonly ok: true } | { readonly ok: false; readonly outcome: Outcome };
export type Sealed = { readonly ok: true; readonly delivery: Delivery } | { readonly ok: false; readonly outcome: Outcome };

/** An open mailbox: what came, and what an answer needs. */
export interface OpenMailbox {
  readonly keys: ReceiptKeys;
  readonly desk: string;
  readonly followUps: number;
  readonly replies: Replies;
}
export type Opened = { readonly ok: true; readonly mailbox: OpenMailbox | null } | { readonly ok: false; readonly outcome: Outcome };

/** A sealed line back to the desk. */
export interface Letter {
  readonly retryKey: Uint8Array;
  readonly token: Uint8Array;
  readonly sealed: Uint8Array;
}

/**
 * Everything that seals and sends, in one piece that is loaded apart from the questions: a page
 * without a letterbox never loads it. It fails closed: whatever goes wrong is an outcome, and
 * then nothing more leaves.
 */
export interface Sender {
  readonly letterbox: Letterbox;
  /** Begins the small work that keeps machines out. Call it at the first keystroke; more calls do nothing. */
  begin(): void;
  /** Begins to make a receipt's keys while the person copies its words: a second on a weak phone. */
  ready(entropy: Uint8Array): void;
  /** Who will read a tip about a region, today. */
  pin(region: string): PinResult;
  seal(words: TipWords, entropy: Uint8Array | null, stage: (stage: Stage) => void): Promise<Sealed>;
  deliver(delivery: Delivery, stage: (stage: Stage) => void): Promise<Done>;
  open(entropy: Uint8Array): Promise<Opened>;
  sealAnswer(text: string, language: string, mailbox: OpenMailbox): Promise<{ readonly ok: true; readonly letter: Letter } | { readonly ok: false; readonly outcome: Outcome }>;
  /** The same letter may be sent again: it is stored once. */
  deliverAnswer(letter: Letter): Promise<Done>;
  /** Stops whatever is on its way: the person left. */
  stop(): void;
}

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const today = (): string => new Date().toISOString().slice(0, 10);
/** A seal that failed says so; anything else is a fault of the page. */
const broken = (error: unknown): { ok: false; outcome: Outcome } => ({ ok: false, outcome: error instanceof SealError ? 'not-sealed' : 'broken' });

/** @param json what /denuncia/mesas.json or the build gave; null comes back when it is not a letterbox */
export function createSender(json: unknown): Sender | null {
  const letterbox = readLetterbox(json);
  if (letterbox === null) return null;
  const practice = letterbox.mode === 'practice';
  let leaving = new AbortController();
  let say: (stage: Stage) => void = () => {};
  let proof: Promise<Uint8Array | null> | undefined;

  const client: TipClient = createTipClient({
    fetch: (address, options) => fetch(address, { ...options, signal: leaving.signal }),
    endpoint: letterbox.endpoint,
    async solve(challenge) {
      say('proof');
      const solved = await prove(challenge);
      say('sending');
      return solved;
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

  /** Known as long as the receipt itself is, and forgotten with it. */
  const made = new WeakMap<Uint8Array, Promise<ReceiptKeys>>();
  const keysOf = (entropy: Uint8Array): Promise<ReceiptKeys> => {
    const keys = made.get(entropy) ?? deriveKeys(entropy, letterbox.salt);
    made.set(entropy, keys);
    // A failure is not remembered: the next try makes them anew.
    keys.catch(() => made.delete(entropy));
    return keys;
  };

  return {
    letterbox,
    ready(entropy) {
      keysOf(entropy).catch(() => {});
    },
    begin() {
      proof ??= client.challenge().then((challenge) => (challenge.ok ? prove(challenge.value) : null)).catch(() => null);
    },
    pin: (region) => pinFor(letterbox, region, today()),
    async seal(words, entropy, stage) {
      try {
        const pin = pinFor(letterbox, words.where.region, today());
        if (!pin.ok) return { ok: false, outcome: outcomeOf(pin.fault) };
        stage('keys');
        const keys = entropy === null ? null : await keysOf(entropy);
        stage('sealing');
        const { sealed, box } = await sealTip({ ...words, practice }, keys, pin.pinned, random(32));
        // The retry key belongs to these very bytes: changed words are another tip.
        return { ok: true, delivery: { retryKey: random(16), box, desk: pin.desk.id, sealed } };
      } catch (error) {
        return broken(error);
      }
    },
    async deliver(delivery, stage) {
      say = stage;
      try {
        stage('proof');
        const ready = (await proof) ?? null;
        stage('sending');
        const answer = await client.deposit(delivery, ready);
        if (answer.ok) proof = undefined;
        return answer.ok ? { ok: true } : { ok: false, outcome: outcomeOf(answer.fault) };
      } catch (error) {
        return broken(error);
      }
    },
    async open(entropy) {
      try {
        const keys = await keysOf(entropy);
        const answer = await client.readAll(keys.token);
        if (!answer.ok) return { ok: false, outcome: outcomeOf(answer.fault) };
        const { known, desk, followUps, page } = answer.value;
        return { ok: true, mailbox: known ? { keys, desk, followUps, replies: await openReplies(page, keys) } : null };
      } catch (error) {
        return broken(error);
      }
    },
    async sealAnswer(text, language, mailbox) {
      try {
        const desk = letterbox.desks.find(({ id }) => id === mailbox.desk);
        const national = nationalDesk(letterbox.desks);
        if (desk === undefined || national === undefined) return { ok: false, outcome: 'no-desk' };
        const pin = pinDesks(letterbox, desk, national, today());
        if (!pin.ok) return { ok: false, outcome: outcomeOf(pin.fault) };
        const sealed = await sealFollowUp({ practice, text, language }, mailbox.followUps + 1, mailbox.keys, pin.pinned);
        return { ok: true, letter: { retryKey: random(16), token: mailbox.keys.token, sealed } };
      } catch (error) {
        return broken(error);
      }
    },
    async deliverAnswer({ retryKey, token, sealed }) {
      try {
        const answer = await client.followUp(retryKey, token, sealed);
        return answer.ok ? { ok: true } : { ok: false, outcome: outcomeOf(answer.fault) };
      } catch (error) {
        return broken(error);
      }
    },
    stop() {
      leaving.abort();
      leaving = new AbortController();
      proof = undefined;
      say = () => {};
    },
  };
}
