import type { Sql } from './driver.ts';

/**
 * Everything the letterbox remembers. Ids are random; SQLite's tables have no row number
 * (WITHOUT ROWID), which would tell in which order tips came. Times are hours and days.
 */
const TABLES = [
  `tip (
    id BYTES PRIMARY KEY, retry_key BYTES NOT NULL UNIQUE, box BYTES NOT NULL UNIQUE, desk TEXT NOT NULL,
    quarantined WHOLE NOT NULL, received_hour WHOLE NOT NULL, first_open_hour WHOLE, first_reply_hour WHOLE,
    purge_day WHOLE NOT NULL, alarm WHOLE NOT NULL DEFAULT 0, grace_told WHOLE NOT NULL DEFAULT 0, sealed BYTES NOT NULL)`,
  `follow_up (
    id BYTES PRIMARY KEY, retry_key BYTES NOT NULL UNIQUE, tip BYTES NOT NULL, n WHOLE NOT NULL,
    alarm WHOLE NOT NULL DEFAULT 0, sealed BYTES NOT NULL, UNIQUE (tip, n))`,
  `reply (tip BYTES NOT NULL, n WHOLE NOT NULL, retry_key BYTES NOT NULL UNIQUE, sealed BYTES NOT NULL, PRIMARY KEY (tip, n))`,
  `paper (id BYTES PRIMARY KEY, retry_key BYTES NOT NULL UNIQUE, tip BYTES NOT NULL, desk TEXT NOT NULL, paper BYTES NOT NULL)`,
  `tombstone (id BYTES PRIMARY KEY, desk TEXT NOT NULL, day WHOLE NOT NULL, reason TEXT NOT NULL)`,
  `proof_seen (proof BYTES PRIMARY KEY, until_hour WHOLE NOT NULL)`,
  `nonce_seen (nonce BYTES PRIMARY KEY, until_hour WHOLE NOT NULL)`,
  `hourly (hour WHOLE PRIMARY KEY, weight WHOLE NOT NULL)`,
  `outbox (
    desk TEXT NOT NULL, kind TEXT NOT NULL, n WHOLE NOT NULL, made_hour WHOLE NOT NULL, attempts WHOLE NOT NULL,
    PRIMARY KEY (desk, kind))`,
  `lease (name TEXT PRIMARY KEY, holder BYTES NOT NULL, until_second WHOLE NOT NULL)`,
  `setting (name TEXT PRIMARY KEY, value BYTES NOT NULL)`,
];

/** Makes the tables that are missing. */
export async function makeTables(sql: Sql, words: { readonly bytes: string; readonly whole: string; readonly ending: string }): Promise<void> {
  for (const table of TABLES) {
    const text = table.replaceAll('BYTES', words.bytes).replaceAll('WHOLE', words.whole);
    await sql(`CREATE TABLE IF NOT EXISTS ${text} ${words.ending}`);
  }
}
