import { REPLIES_PER_PAGE } from '#domain/tip/limits.ts';
import { sameBytes } from '#domain/tip/bytes.ts';
import { NO_MAILBOX, type Mailbox } from '#domain/tip/wire.ts';
import { bytes, number, text, type Sql } from './driver.ts';

/** What a receipt opens: replies, newest first, a page at a time. Never the tip. */
export async function readMailbox(sql: Sql, box: Uint8Array, page: number): Promise<Mailbox> {
  const [tip] = await sql(
    `SELECT id, desk, (SELECT COUNT(*) FROM follow_up WHERE follow_up.tip = tip.id) AS follow_ups,
       (SELECT COUNT(*) FROM reply WHERE reply.tip = tip.id) AS replies FROM tip WHERE box = $1`,
    box,
  );
  if (tip === undefined) return NO_MAILBOX;
  const replies = await sql(
    'SELECT sealed FROM reply WHERE tip = $1 ORDER BY n DESC LIMIT $2 OFFSET $3',
    bytes(tip, 'id'), REPLIES_PER_PAGE, page * REPLIES_PER_PAGE,
  );
  return {
    known: true,
    desk: text(tip, 'desk'),
    followUps: number(tip, 'follow_ups'),
    replies: number(tip, 'replies'),
    page: replies.map((row) => bytes(row, 'sealed')),
  };
}

export interface NewFollowUp {
  readonly id: Uint8Array;
  readonly retryKey: Uint8Array;
  readonly box: Uint8Array;
  readonly sealed: Uint8Array;
  /** The tip lives at least until this day: a thread in use is not deleted. */
  readonly purgeDay: number;
  /** Follow-ups that one mailbox may hold. They need no proof of work, so there must be an end. */
  readonly most: number;
}
export type FollowUpOutcome = 'kept' | 'key-used' | 'no-mailbox' | 'mailbox-full';

/** Adds a follow-up to a known mailbox. Never slowed down and never put in quarantine. */
export async function addFollowUp(sql: Sql, one: NewFollowUp): Promise<FollowUpOutcome> {
  // The update first: it locks the tip's row, so follow-ups of one tip get their numbers one by one.
  const [tip] = await sql(
    'UPDATE tip SET purge_day = CASE WHEN purge_day < $2 THEN $2 ELSE purge_day END, grace_told = 0 WHERE box = $1 RETURNING id',
    one.box, one.purgeDay,
  );
  if (tip === undefined) return 'no-mailbox';
  const id = bytes(tip, 'id');
  const [stored] = await sql('SELECT tip, sealed FROM follow_up WHERE retry_key = $1', one.retryKey);
  if (stored !== undefined) return sameBytes(bytes(stored, 'tip'), id) && sameBytes(bytes(stored, 'sealed'), one.sealed) ? 'kept' : 'key-used';
  const [count] = await sql('SELECT COALESCE(MAX(n), 0) AS n FROM follow_up WHERE tip = $1', id);
  const n = number(count, 'n') + 1;
  if (n > one.most) return 'mailbox-full';
  const kept = await sql(
    'INSERT INTO follow_up (id, retry_key, tip, n, sealed) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING n',
    one.id, one.retryKey, id, n, one.sealed,
  );
  return kept.length === 1 ? 'kept' : 'key-used';
}
