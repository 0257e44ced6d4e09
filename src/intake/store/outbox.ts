import { number, text, type Sql } from './driver.ts';

/** Kinds of alert. Each desk has at most one waiting of each kind, with a count: a digest. */
export const ALERT_KINDS = ['new', 'routed', 'follow-up', 'unopened-12', 'unopened-20', 'unopened-24', 'quarantine', 'expiring', 'undelivered'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Waiting {
  readonly desk: string;
  readonly kind: AlertKind;
  readonly count: number;
  readonly madeHour: number;
  readonly attempts: number;
}

/** `alarm` of a tip: how far its alerts have gone. */
const STEPS = [
  { kind: 'unopened-24', alarm: 4, hours: 24 },
  { kind: 'unopened-20', alarm: 3, hours: 20 },
  { kind: 'unopened-12', alarm: 2, hours: 12 },
  { kind: 'new', alarm: 1, hours: 0 },
] as const;

const UNOPENED = 'first_open_hour IS NULL AND quarantined = 0';

/**
 * Turns what has happened since the last time into waiting alerts. Once someone has opened
 * a tip, nothing more is said about it. The 20th and the 24th hour go to the national desk too.
 */
export async function collectAlerts(sql: Sql, hour: number, today: number, national: string): Promise<void> {
  for (const { kind, alarm, hours } of STEPS) {
    const found = await sql(
      `UPDATE tip SET alarm = $1 WHERE alarm < $1 AND ${UNOPENED} AND received_hour <= $2 RETURNING desk`, alarm, hour - hours,
    );
    await put(sql, kind, found.map((row) => text(row, 'desk')), hour);
    if (hours >= 20) await put(sql, kind, found.map(() => national), hour);
  }
  const followUps = await sql(
    'UPDATE follow_up SET alarm = 1 WHERE alarm = 0 RETURNING (SELECT desk FROM tip WHERE tip.id = follow_up.tip) AS desk',
  );
  await put(sql, 'follow-up', followUps.map((row) => text(row, 'desk')), hour);
  const apart = await sql('UPDATE tip SET alarm = 1 WHERE alarm = 0 AND quarantined = 1 RETURNING desk');
  await put(sql, 'quarantine', apart.map(() => national), hour);
  const expiring = await sql('UPDATE tip SET grace_told = 1 WHERE grace_told = 0 AND purge_day <= $1 RETURNING desk', today);
  await put(sql, 'expiring', expiring.map((row) => text(row, 'desk')), hour);
}

async function put(sql: Sql, kind: AlertKind, desks: readonly string[], hour: number): Promise<void> {
  const counts = new Map<string, number>();
  for (const desk of desks) counts.set(desk, (counts.get(desk) ?? 0) + 1);
  for (const [desk, count] of counts) await addAlert(sql, desk, kind, count, hour);
}

/** Adds to the desk's waiting alert of this kind, or begins one. */
export async function addAlert(sql: Sql, desk: string, kind: AlertKind, count: number, hour: number): Promise<void> {
  await sql(
    `INSERT INTO outbox (desk, kind, n, made_hour, attempts) VALUES ($1, $2, $3, $4, 0)
     ON CONFLICT (desk, kind) DO UPDATE SET n = outbox.n + $3`,
    desk, kind, count, hour,
  );
}

export async function waitingAlerts(sql: Sql): Promise<Waiting[]> {
  const rows = await sql('SELECT desk, kind, n, made_hour, attempts FROM outbox ORDER BY desk, kind');
  return rows.map((row) => ({
    desk: text(row, 'desk'), kind: text(row, 'kind') as AlertKind, count: number(row, 'n'), madeHour: number(row, 'made_hour'), attempts: number(row, 'attempts'),
  }));
}

/** Tips of a desk (all, for the national desk) that nobody has opened. */
export async function countUnopened(sql: Sql, scope: string | null): Promise<number> {
  const [row] = await sql(`SELECT COUNT(*) AS n FROM tip WHERE ${UNOPENED} AND ($1 = '' OR desk = $1)`, scope ?? '');
  return number(row, 'n');
}

/** Takes a delivered alert out; what came meanwhile stays for the next one. */
export async function settleAlert(sql: Sql, { desk, kind, count }: Waiting): Promise<void> {
  await sql('UPDATE outbox SET n = n - $3, attempts = 0 WHERE desk = $1 AND kind = $2', desk, kind, count);
  await sql('DELETE FROM outbox WHERE desk = $1 AND kind = $2 AND n <= 0', desk, kind);
}

export async function missAlert(sql: Sql, { desk, kind }: Waiting): Promise<void> {
  await sql('UPDATE outbox SET attempts = attempts + 1 WHERE desk = $1 AND kind = $2', desk, kind);
}

/** How often an alert fails before the letterbox says that alerts reach nobody. */
export const FAILING_AFTER = 3;

export async function alertsFail(sql: Sql): Promise<boolean> {
  const [row] = await sql('SELECT COUNT(*) AS n FROM outbox WHERE attempts >= $1', FAILING_AFTER);
  return number(row, 'n') > 0;
}
