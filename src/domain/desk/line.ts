import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod';
import { concat, fromHex, toHex, utf8 } from '#domain/tip/bytes.ts';
import { REPLY_KINDS } from '#domain/tip/tip.ts';
import { decisionSchema } from './decision.ts';

/**
 * One line of the desk's log: who did what, when.
 *
 * A line names the lines before it by their SHA-256 (`parents`), as commits do: operators write at
 * the same time without a lock, and whoever merges gets the same order. It is signed with the
 * desk's Ed25519 key, because the letterbox knows the desk's public keys and could seal lines itself.
 * What belongs to a tip (a note's words) is a `detail`, a paper of the tip that dies with it; the
 * line keeps only its hash.
 */
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/);

export const ACTS = [
  'unlock', 'lock', 'open', 'cannot-open', 'decide', 'note', 'reply', 'answered', 'close', 'reopen', 'route', 'discard', 'export', 'report', 'failed',
] as const;
export type Act = (typeof ACTS)[number];

/** What counting needs after the tip is gone, and nothing that tells the story. */
const factsSchema = z.strictObject({
  region: z.string().max(31),
  how: z.string().max(20),
  emergency: z.boolean(),
  practice: z.boolean(),
  /** Messages of the tipster that this opening showed. */
  followUps: z.int().min(0),
});

export const LINE_TIPS = 40;

const lineSchema = z.strictObject({
  v: z.literal(1),
  session: hex(16),
  /** 1, 2, 3 … within one unlocking of one desk. */
  seq: z.int().min(1),
  parents: z.array(hex(32)).max(64),
  /** Lamport's clock: one more than the highest number known. Orders lines without trusting clocks. */
  tick: z.int().min(1),
  at: minute,
  who: z.string().min(1).max(40),
  desk: z.string().min(1).max(64),
  act: z.enum(ACTS),
  tips: z.array(z.strictObject({ id: hex(16), received: z.int().min(0) })).max(LINE_TIPS),
  /** The one word that an act needs: a desk, a decision's name, a reason, a fault, a fingerprint. */
  word: z.string().max(80),
  facts: factsSchema.nullable(),
  detail: hex(32).nullable(),
});
export type Line = z.infer<typeof lineSchema>;
export type Facts = z.infer<typeof factsSchema>;

const text = z.string().min(1).max(4_000);
/** Who wrote it and when stand here too: a desk that gets the tip later never sees the writer's log. */
const written = { tip: hex(16), nonce: hex(16), who: z.string().min(1).max(40), at: minute, desk: z.string().min(1).max(64) };
const detailSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('note'), ...written, text }),
  z.strictObject({ type: z.literal('decision'), ...written, decision: decisionSchema }),
  z.strictObject({ type: z.literal('reply'), ...written, kind: z.enum(REPLY_KINDS), seq: z.int().min(1), text: z.string().max(4_000) }),
  z.strictObject({ type: z.literal('handover'), ...written, text: z.string().max(14_000) }),
]);
export type Detail = z.infer<typeof detailSchema>;
export type DetailWords = Detail extends infer D ? (D extends Detail ? Omit<D, keyof typeof written> : never) : never;

/** What was read of a paper: its own hash, who signed it, and whether the signature holds. */
interface Proof {
  readonly id: string;
  readonly by: string;
  readonly signed: boolean;
}
export interface ReadLine extends Proof {
  readonly kind: 'line';
  readonly line: Line;
}
export interface ReadDetail extends Proof {
  readonly kind: 'detail';
  readonly detail: Detail;
}

const toSign = (body: string): Uint8Array => concat(utf8('sin-trampa/v1/desk-log\0'), utf8(body));
const hashOf = (body: string): string => toHex(sha256(utf8(body)));

/** The public half of a signing key, in hex: how a log names who signed. */
export const signerOf = (signKey: Uint8Array): string => toHex(ed25519.getPublicKey(signKey));

export interface Written {
  /** SHA-256 of the body, in hex: how other lines name it. */
  readonly id: string;
  /** The paper's text, ready to be sealed. */
  readonly json: string;
}

const write = (body: string, signKey: Uint8Array): Written => ({
  id: hashOf(body),
  json: JSON.stringify({ body, by: signerOf(signKey), sig: toHex(ed25519.sign(toSign(body), signKey)) }),
});

/** A line's paper and its hash. @param signKey 32-byte Ed25519 secret */
export const writeLine = (line: Line, signKey: Uint8Array): Written => write(JSON.stringify({ line: lineSchema.parse(line) }), signKey);

/** A detail's paper and its hash, which the line carries. */
export const writeDetail = (detail: Detail, signKey: Uint8Array): Written => write(JSON.stringify({ detail: detailSchema.parse(detail) }), signKey);

export type PaperContent = ReadLine | ReadDetail | { readonly kind: 'unreadable' };
const UNREADABLE = { kind: 'unreadable' } as const;

/** What a paper's JSON value is; anything unexpected is unreadable, never an exception. */
export function readContent(value: unknown): PaperContent {
  if (typeof value !== 'object' || value === null) return UNREADABLE;
  const { body, by, sig } = value as Record<string, unknown>;
  if (typeof body !== 'string' || typeof by !== 'string' || typeof sig !== 'string') return UNREADABLE;
  const read = bodySchema.safeParse(parse(body));
  if (!read.success) return UNREADABLE;
  const proof = { id: hashOf(body), by, signed: holds(body, by, sig) };
  return 'line' in read.data ? { kind: 'line', ...proof, line: read.data.line } : { kind: 'detail', ...proof, detail: read.data.detail };
}

const bodySchema = z.union([z.strictObject({ line: lineSchema }), z.strictObject({ detail: detailSchema })]);

function holds(body: string, by: string, sig: string): boolean {
  const [key, signature] = [fromHex(by), fromHex(sig)];
  if (key?.length !== 32 || signature?.length !== 64) return false;
  try {
    return ed25519.verify(signature, toSign(body), key, { zip215: false });
  } catch {
    return false;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
