import { bytes, text, type Sql } from './driver.ts';
import type { Scope } from './casework.ts';

/** Deletes a tip and all that belongs to it. A tombstone stays: an id, a desk, a day, a reason. */
async function bury(sql: Sql, tip: Uint8Array, desk: string, today: number, reason: 'expired' | 'discarded'): Promise<void> {
  for (const table of ['follow_up', 'reply', 'paper']) await sql(`DELETE FROM ${table} WHERE tip = $1`, tip);
  await sql('DELETE FROM tip WHERE id = $1', tip);
  await sql('INSERT INTO tombstone (id, desk, day, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', tip, desk, today, reason);
}

/** What a desk throws away itself. @returns how many there were */
export async function discardTips(sql: Sql, scope: Scope, tips: readonly Uint8Array[], today: number): Promise<number> {
  let count = 0;
  for (const tip of tips) {
    const [row] = await sql("SELECT desk FROM tip WHERE id = $1 AND ($2 = '' OR desk = $2)", tip, scope ?? '');
    if (row === undefined) continue;
    await bury(sql, tip, text(row, 'desk'), today, 'discarded');
    count += 1;
  }
  return count;
}

/** Tips whose purge day and grace have passed, a hundred at a time. @returns how many were deleted */
export async function purgeExpired(sql: Sql, today: number, graceDays: number): Promise<number> {
  const rows = await sql('SELECT id, desk FROM tip WHERE purge_day + $2 <= $1 LIMIT 100', today, graceDays);
  for (const row of rows) await bury(sql, bytes(row, 'id'), text(row, 'desk'), today, 'expired');
  return rows.length;
}

/** Proofs, nonces and hourly counts that no longer serve. Two days of counts are kept. */
export async function forgetOld(sql: Sql, hour: number): Promise<void> {
  await sql('DELETE FROM proof_seen WHERE until_hour < $1', hour);
  await sql('DELETE FROM nonce_seen WHERE until_hour < $1', hour);
  await sql('DELETE FROM hourly WHERE hour < $1', hour - 48);
}
