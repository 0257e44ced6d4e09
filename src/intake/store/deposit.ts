import { sameBytes, toHex } from '#domain/tip/bytes.ts';
import { bytes, number, places, text, type Row, type Sql } from './driver.ts';

/** A tip that has passed every check and waits to be written. */
export interface NewTip {
  readonly id: Uint8Array;
  readonly retryKey: Uint8Array;
  readonly box: Uint8Array;
  readonly desk: string;
  /** SHA-256 of the proof of work's signature: each proof serves once. */
  readonly proof: Uint8Array;
  readonly sealed: Uint8Array;
  /** What it counts in the hourly window: 1 for a text, more for photos. */
  readonly weight: number;
}
export type DepositOutcome = 'kept' | 'key-used' | 'box-taken' | 'proof-used' | 'full';

export interface DepositRules {
  readonly hour: number;
  readonly purgeDay: number;
  /** Weight in one hour beyond which tips are kept apart, in quarantine. */
  readonly quarantineAfter: number;
  readonly quarantineBytes: number;
}

/**
 * Writes several tips in one transaction: one fsync for all of them (group commit).
 * No two of them may share a retry key, a box or a proof. Outcomes come in the same order.
 */
export async function depositAll(sql: Sql, tips: readonly NewTip[], rules: DepositRules): Promise<DepositOutcome[]> {
  const outcomes = new Map<NewTip, DepositOutcome>();
  const waiting = () => tips.filter((tip) => !outcomes.has(tip));

  // 1. Sent again: the same answer, and nothing stored twice.
  await settleRetries(sql, waiting(), outcomes);

  // 2. Each proof once. Sorted, so that two machines never wait for each other in a circle.
  const unproven = waiting().map((tip) => ({ tip, key: toHex(tip.proof) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ tip }) => tip);
  if (unproven.length > 0) {
    const fresh = await sql(
      `INSERT INTO proof_seen (proof, until_hour) VALUES ${places(unproven.length, 2)} ON CONFLICT DO NOTHING RETURNING proof`,
      ...unproven.flatMap((tip) => [tip.proof, rules.hour + 1]),
    );
    await settleOthers(sql, unproven, keysOf(fresh, 'proof'), (tip) => toHex(tip.proof), 'proof-used', outcomes);
  }

  // 3. The hour's window for everyone together: over it, tips are kept apart, never dropped in silence.
  const apart = await overWindow(sql, waiting(), rules, outcomes);

  // 4. The tips.
  const ready = waiting();
  if (ready.length > 0) {
    const kept = await sql(
      `INSERT INTO tip (id, retry_key, box, desk, quarantined, received_hour, purge_day, sealed)
       VALUES ${places(ready.length, 8)} ON CONFLICT DO NOTHING RETURNING id`,
      ...ready.flatMap((tip) => [tip.id, tip.retryKey, tip.box, tip.desk, apart.has(tip) ? 1 : 0, rules.hour, rules.purgeDay, tip.sealed]),
    );
    await settleOthers(sql, ready, keysOf(kept, 'id'), (tip) => toHex(tip.id), 'box-taken', outcomes);
    for (const tip of waiting()) outcomes.set(tip, 'kept');
  }
  return tips.map((tip) => outcomes.get(tip) ?? 'box-taken');
}

const keysOf = (rows: readonly Row[], column: string): Set<string> => new Set(rows.map((row) => toHex(bytes(row, column))));

async function settleRetries(sql: Sql, tips: readonly NewTip[], outcomes: Map<NewTip, DepositOutcome>): Promise<void> {
  if (tips.length === 0) return;
  const list = tips.map((_, i) => `$${i + 1}`).join(', ');
  const rows = await sql(`SELECT retry_key, box, desk, sealed FROM tip WHERE retry_key IN (${list})`, ...tips.map((tip) => tip.retryKey));
  const stored = new Map(rows.map((row) => [toHex(bytes(row, 'retry_key')), row]));
  for (const tip of tips) {
    const row = stored.get(toHex(tip.retryKey));
    if (row === undefined) continue;
    const same = sameBytes(bytes(row, 'box'), tip.box) && text(row, 'desk') === tip.desk && sameBytes(bytes(row, 'sealed'), tip.sealed);
    outcomes.set(tip, same ? 'kept' : 'key-used');
  }
}

/** What the statement did not take: a retry that another machine wrote meanwhile, or a refusal. */
async function settleOthers(
  sql: Sql, tips: readonly NewTip[], taken: ReadonlySet<string>, key: (tip: NewTip) => string,
  refusal: DepositOutcome, outcomes: Map<NewTip, DepositOutcome>,
): Promise<void> {
  const others = tips.filter((tip) => !taken.has(key(tip)));
  await settleRetries(sql, others, outcomes);
  for (const tip of others) if (!outcomes.has(tip)) outcomes.set(tip, refusal);
}

async function overWindow(sql: Sql, tips: readonly NewTip[], rules: DepositRules, outcomes: Map<NewTip, DepositOutcome>): Promise<Set<NewTip>> {
  const apart = new Set<NewTip>();
  if (tips.length === 0) return apart;
  const total = tips.reduce((sum, tip) => sum + tip.weight, 0);
  const [row] = await sql(
    'INSERT INTO hourly (hour, weight) VALUES ($1, $2) ON CONFLICT (hour) DO UPDATE SET weight = hourly.weight + $2 RETURNING weight',
    rules.hour, total,
  );
  let before = number(row, 'weight') - total;
  if (before + total <= rules.quarantineAfter) return apart;
  const [held] = await sql('SELECT COALESCE(SUM(LENGTH(sealed)), 0) AS size FROM tip WHERE quarantined = 1');
  let size = number(held, 'size');
  for (const tip of tips) {
    before += tip.weight;
    if (before <= rules.quarantineAfter) continue;
    size += tip.sealed.length;
    if (size > rules.quarantineBytes) outcomes.set(tip, 'full');
    else apart.add(tip);
  }
  return apart;
}
