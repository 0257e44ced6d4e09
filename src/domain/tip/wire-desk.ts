import { ed25519 } from '@noble/curves/ed25519.js';
import { BadBytes, blob, concat, Reader, shortText, u16, u32, u8, utf8 } from './bytes.ts';
import { LARGE_BODY_LIMIT, REPLY_SLOT } from './limits.ts';
import { HEAD, MAGIC, OPS, opOf } from './wire.ts';

/**
 * A desk's request: op 16 of wire.ts, signed with the desk's Ed25519 key.
 *
 *     "STB1" | 16 | text desk | u32 time | 16 nonce | u8 command | blob fields | 64 signature
 *       1 list     16 after (zeros: from the start) | u16 limit
 *       2 get      16 tip
 *       3 reply    16 tip | 16 retry key | blob sealed
 *       4 mark     16 tip | u8 (1 opened, 2 answered in another way)
 *       5 discard  u16 count | 16 tip …
 *       6 route    16 tip | text desk | blob sealed
 *       7 add      16 retry key | 16 tip (zeros: the desk's own) | blob paper
 *       8 papers   16 after | u16 limit
 *
 * The signature covers the deployment's salt and everything before it. A request is accepted
 * within five minutes of its time (epoch seconds) and its nonce once: it cannot be replayed,
 * here or at another letterbox.
 */
export const COMMANDS = { list: 1, get: 2, reply: 3, mark: 4, discard: 5, route: 6, add: 7, papers: 8 } as const;
export type CommandName = keyof typeof COMMANDS;

export const PAPER_LIMIT = 65_536;
/** Seconds that a desk's clock may differ from the letterbox's. */
export const CLOCK_TOLERANCE = 300;
export const NO_ID = new Uint8Array(16);

export type Command =
  | { readonly name: 'list'; readonly after: Uint8Array; readonly limit: number }
  | { readonly name: 'get'; readonly tip: Uint8Array }
  | { readonly name: 'reply'; readonly tip: Uint8Array; readonly retryKey: Uint8Array; readonly sealed: Uint8Array }
  | { readonly name: 'mark'; readonly tip: Uint8Array; readonly as: 'opened' | 'answered' }
  | { readonly name: 'discard'; readonly tips: readonly Uint8Array[] }
  | { readonly name: 'route'; readonly tip: Uint8Array; readonly desk: string; readonly sealed: Uint8Array }
  | { readonly name: 'add'; readonly retryKey: Uint8Array; readonly tip: Uint8Array; readonly paper: Uint8Array }
  | { readonly name: 'papers'; readonly after: Uint8Array; readonly limit: number };

export interface DeskRequest {
  readonly desk: string;
  /** Epoch seconds. */
  readonly time: number;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly command: Command;
}

/** A signed request. @param secret the desk's 32-byte Ed25519 key @param salt the deployment's salt */
export function encodeDeskRequest(request: DeskRequest, secret: Uint8Array, salt: string): Uint8Array {
  const { desk, time, nonce, command } = request;
  const body = concat(MAGIC, u8(OPS.desk), shortText(desk), u32(time), nonce, u8(COMMANDS[command.name]), blob(commandFields(command)));
  return concat(body, ed25519.sign(signed(body, salt), secret));
}

/** What a desk signs: everything before the signature, and which deployment it is meant for. */
const signed = (body: Uint8Array, salt: string): Uint8Array => concat(utf8('sin-trampa/v1/desk\0'), shortText(salt), body);

/** A request taken apart for whoever checks the signature; null when it is too short to have one. */
export function splitSigned(body: Uint8Array, salt: string): { readonly message: Uint8Array; readonly signature: Uint8Array } | null {
  return body.length < 64 ? null : { message: signed(body.subarray(0, -64), salt), signature: body.subarray(-64) };
}

/** Reads a desk's request without believing it; null when malformed. */
export function decodeDeskRequest(body: Uint8Array): DeskRequest | null {
  if (opOf(body) !== 'desk') return null;
  try {
    const reader = new Reader(body.subarray(HEAD));
    const [desk, time, nonce, number] = [reader.shortText(), reader.u32(), reader.take(16), reader.u8()];
    const fields = new Reader(reader.blob(LARGE_BODY_LIMIT));
    reader.take(64);
    reader.end();
    const command = readCommand(number, fields);
    fields.end();
    return command === null ? null : { desk, time, nonce, command };
  } catch (error) {
    if (error instanceof BadBytes) return null;
    throw error;
  }
}

function commandFields(command: Command): Uint8Array {
  switch (command.name) {
    case 'list':
    case 'papers':
      return concat(command.after, u16(command.limit));
    case 'get':
      return command.tip;
    case 'reply':
      return concat(command.tip, command.retryKey, blob(command.sealed));
    case 'mark':
      return concat(command.tip, u8(command.as === 'opened' ? 1 : 2));
    case 'discard':
      return concat(u16(command.tips.length), ...command.tips);
    case 'route':
      return concat(command.tip, shortText(command.desk), blob(command.sealed));
    case 'add':
      return concat(command.retryKey, command.tip, blob(command.paper));
  }
}

function readCommand(number: number, reader: Reader): Command | null {
  switch (number) {
    case COMMANDS.list:
    case COMMANDS.papers:
      return { name: number === COMMANDS.list ? 'list' : 'papers', after: reader.take(16), limit: reader.u16() };
    case COMMANDS.get:
      return { name: 'get', tip: reader.take(16) };
    case COMMANDS.reply:
      return { name: 'reply', tip: reader.take(16), retryKey: reader.take(16), sealed: reader.blob(REPLY_SLOT) };
    case COMMANDS.mark: {
      const [tip, as] = [reader.take(16), reader.u8()];
      return as === 1 || as === 2 ? { name: 'mark', tip, as: as === 1 ? 'opened' : 'answered' } : null;
    }
    case COMMANDS.discard:
      return { name: 'discard', tips: Array.from({ length: reader.u16() }, () => reader.take(16)) };
    case COMMANDS.route:
      return { name: 'route', tip: reader.take(16), desk: reader.shortText(), sealed: reader.blob(LARGE_BODY_LIMIT) };
    case COMMANDS.add:
      return { name: 'add', retryKey: reader.take(16), tip: reader.take(16), paper: reader.blob(PAPER_LIMIT) };
    default:
      return null;
  }
}
