import type { Paper, SealedCase, TipEntry } from '#domain/tip/desk-answers.ts';
import { sameBytes } from '#domain/tip/bytes.ts';
import { bytes, hourOrNull, number, text, type Row, type Sql } from './driver.ts';

/** Which tips a desk may touch: its own, or all of them for the national desk (null). */
export type Scope = string | null;

/** Tips after an id, in the order of their random ids, which tells nothing. */
export async function listTips(sql: Sql, scope: Scope, after: Uint8Array, limit: number): Promise<TipEntry[]> {
  const rows = await sql(
    `SELECT id, desk, quarantined, LENGTH(sealed) AS size, received_hour, first_open_hour, first_reply_hour, purge_day,
       (SELECT COUNT(*) FROM follow_up WHERE follow_up.tip = tip.id) AS follow_ups,
       (SELECT COUNT(*) FROM reply WHERE reply.tip = tip.id) AS replies
     FROM tip WHERE id > $1 AND ($2 = '' OR desk = $2) ORDER BY id LIMIT $3`,
    after, scope ?? '', limit,
  );
  return rows.map(entryOf);
}

const entryOf = (row: Row): TipEntry => ({
  id: bytes(row, 'id'),
  desk: text(row, 'desk'),
  quarantined: number(row, 'quarantined') === 1,
  size: number(row, 'size'),
  receivedHour: number(row, 'received_hour'),
  openedHour: hourOrNull(row, 'first_open_hour'),
  repliedHour: hourOrNull(row, 'first_reply_hour'),
  purgeDay: number(row, 'purge_day'),
  followUps: number(row, 'follow_ups'),
  replies: number(row, 'replies'),
});

/** The sealed tip and its follow-ups in the order they came. Null when the desk has no such tip. */
export async function getCase(sql: Sql, scope: Scope, tip: Uint8Array): Promise<SealedCase | null> {
  const [row] = await sql("SELECT sealed FROM tip WHERE id = $1 AND ($2 = '' OR desk = $2)", tip, scope ?? '');
  if (row === undefined) return null;
  const followUps = await sql('SELECT sealed FROM follow_up WHERE tip = $1 ORDER BY n', tip);
  return { sealed: bytes(row, 'sealed'), followUps: followUps.map((one) => bytes(one, 'sealed')) };
}

/**
 * Notes the hour of the first opening, and of the first answer. Work on a tip keeps it from
 * being deleted: it lives at least until `purgeDay`.
 */
export async function markTip(sql: Sql, scope: Scope, tip: Uint8Array, answered: boolean, hour: number, purgeDay: number): Promise<boolean> {
  const rows = await sql(
    `UPDATE tip SET first_open_hour = COALESCE(first_open_hour, $3),
       first_reply_hour = CASE WHEN $4 = 1 THEN COALESCE(first_reply_hour, $3) ELSE first_reply_hour END,
       purge_day = CASE WHEN purge_day < $5 THEN $5 ELSE purge_day END, grace_told = 0
     WHERE id = $1 AND ($2 = '' OR desk = $2) RETURNING id`,
    tip, scope ?? '', hour, answered ? 1 : 0, purgeDay,
  );
  return rows.length === 1;
}

/** Puts a sealed reply into the tip's mailbox. The tip must be marked first, which locks its row. */
export async function addReply(sql: Sql, tip: Uint8Array, retryKey: Uint8Array, sealed: Uint8Array): Promise<'kept' | 'key-used'> {
  const [stored] = await sql('SELECT tip, sealed FROM reply WHERE retry_key = $1', retryKey);
  if (stored !== undefined) return sameBytes(bytes(stored, 'tip'), tip) && sameBytes(bytes(stored, 'sealed'), sealed) ? 'kept' : 'key-used';
  const [last] = await sql('SELECT COALESCE(MAX(n), 0) AS n FROM reply WHERE tip = $1', tip);
  const kept = await sql(
    'INSERT INTO reply (tip, n, retry_key, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING n',
    tip, number(last, 'n') + 1, retryKey, sealed,
  );
  return kept.length === 1 ? 'kept' : 'key-used';
}

/** Gives a tip, sealed anew, to another desk. Its hours and its mailbox stay. */
export async function routeTip(sql: Sql, scope: Scope, tip: Uint8Array, desk: string, sealed: Uint8Array): Promise<boolean> {
  const rows = await sql("UPDATE tip SET desk = $3, sealed = $4 WHERE id = $1 AND ($2 = '' OR desk = $2) RETURNING id", tip, scope ?? '', desk, sealed);
  return rows.length === 1;
}

export interface NewPaper extends Paper {
  readonly retryKey: Uint8Array;
}

/** Adds an encrypted paper; papers are only ever added, so operators cannot overwrite each other. */
export async function addPaper(sql: Sql, paper: NewPaper): Promise<'kept' | 'key-used'> {
  const [stored] = await sql('SELECT desk, paper FROM paper WHERE retry_key = $1', paper.retryKey);
  if (stored !== undefined) return text(stored, 'desk') === paper.desk && sameBytes(bytes(stored, 'paper'), paper.paper) ? 'kept' : 'key-used';
  const kept = await sql(
    'INSERT INTO paper (id, retry_key, tip, desk, paper) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id',
    paper.id, paper.retryKey, paper.tip, paper.desk, paper.paper,
  );
  return kept.length === 1 ? 'kept' : 'key-used';
}

/** A desk's papers, and those of tips that are with it now. */
export async function listPapers(sql: Sql, scope: Scope, after: Uint8Array, limit: number): Promise<Paper[]> {
  const rows = await sql(
    `SELECT id, tip, desk, paper FROM paper
     WHERE id > $1 AND ($2 = '' OR desk = $2 OR EXISTS (SELECT 1 FROM tip WHERE tip.id = paper.tip AND tip.desk = $2)) ORDER BY id LIMIT $3`,
    after, scope ?? '', limit,
  );
  return rows.map((row) => ({ id: bytes(row, 'id'), tip: bytes(row, 'tip'), desk: text(row, 'desk'), paper: bytes(row, 'paper') }));
}

/** Remembers a desk request's nonce; false when it was seen before. */
export async function firstSight(sql: Sql, nonce: Uint8Array, untilHour: number): Promise<boolean> {
  const rows = await sql('INSERT INTO nonce_seen (nonce, until_hour) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce', nonce, untilHour);
  return rows.length === 1;
}
