import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toHex } from '#domain/tip/bytes.ts';
import { deskProblems, publicDesk, type Desk } from '#domain/tip/desk.ts';
import { fingerprintOf, type Letterbox as PublicLetterbox } from '#domain/tip/letterbox.ts';
import { readConfig } from './config.ts';
import { createListener } from './server.ts';
import { openLetterbox, random } from './start.ts';

export interface PracticeSetting {
  /** The desks of content/desks; only those with `demo: true` take part. */
  readonly desks: readonly Desk[];
  readonly salt: string;
  /** Path of the endpoint on the site itself. */
  readonly endpoint: string;
  /** Address of the site, so that the desk finds the letterbox. */
  readonly siteAddress: string;
  readonly folder?: string;
  readonly print?: (line: string) => void;
  readonly clock?: () => number;
}

export interface Practice {
  /** To serve at /denuncia/mesas.json, never cached. */
  readonly letterbox: PublicLetterbox;
  readonly listener: RequestListener;
  /** Holds practice.json (the demo desks' secret keys) and buzon.db. */
  readonly folder: string;
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What practice.json holds, for the desk. */
export interface PracticeKeys {
  readonly endpoint: string;
  readonly salt: string;
  readonly letterbox: PublicLetterbox;
  readonly desks: readonly { readonly id: string; readonly name: string; readonly national: boolean; readonly identity: string; readonly signKey: string }[];
}

/** Where practice keeps its keys and its tips, for one user of this machine. */
export const practiceFolder = (): string => join(tmpdir(), `sin-trampa-practica-${userInfo().uid}`);

const DAY = 86_400_000;
const dayText = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * A whole letterbox for rehearsals, with nothing set up: desks whose keys are made now and
 * thrown away at the next start, and a database in a temporary folder. Nobody reads it.
 */
export async function startPractice(setting: PracticeSetting): Promise<Practice> {
  const { salt, endpoint, siteAddress, folder = practiceFolder(), print = (line) => process.stdout.write(line), clock = Date.now } = setting;
  const demo = setting.desks.filter((desk) => desk.demo);
  const problems = deskProblems(demo, 'practice', dayText(clock()));
  if (problems.length > 0) throw new Error(problems.join('\n'));

  // Begun anew each time: keys and tips of the last rehearsal go together.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);

  const desks = await Promise.all(demo.map(async (desk) => {
    const identity = await generateX25519Identity();
    return { desk, identity, recipient: await identityToRecipient(identity), signKey: random(32) };
  }));
  const letterbox: PublicLetterbox = {
    v: 1, mode: 'practice', salt, endpoint,
    desks: desks.map(({ desk, recipient }) =>
      publicDesk({ ...desk, keys: [{ recipient, fingerprint: fingerprintOf(recipient), validFrom: dayText(clock() - DAY), validTo: dayText(clock() + 90 * DAY) }] })),
  };
  const keys: PracticeKeys = {
    endpoint: new URL(endpoint, siteAddress).href, salt, letterbox,
    desks: desks.map(({ desk, identity, signKey }) => ({ id: desk.id, name: desk.name, national: desk.national, identity, signKey: toHex(signKey) })),
  };
  await writeFile(join(folder, 'practice.json'), JSON.stringify(keys, null, 2), { mode: 0o600 });

  const config = readConfig({
    salt, origin: null, path: endpoint, database: join(folder, 'buzon.db'), alerts: 'at-once',
    desks: desks.map(({ desk, signKey }) => ({ id: desk.id, name: desk.name, national: desk.national, signKeys: [toHex(ed25519.getPublicKey(signKey))] })),
  });
  const opened = await openLetterbox(config, { databaseUrl: undefined, smtpUrl: undefined, print, clock, log: () => undefined });
  return { letterbox, listener: createListener(opened.handle, endpoint), folder, tick: opened.tick, close: opened.close };
}
