import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { fromHex } from '#domain/tip/bytes.ts';
import { readLetterbox, type Letterbox } from '#domain/tip/letterbox.ts';
import { deskOfFile, openKey, type KeyFault } from '#domain/desk/key-file.ts';
import { signerOf } from '#domain/desk/line.ts';

/** What an unlocked desk holds, in memory only. */
export interface Unlocked {
  readonly desk: string;
  readonly identities: readonly string[];
  /** 32-byte Ed25519 secret of the newest key. */
  readonly signKey: Uint8Array;
  /** Own public keys, newest first: papers are sealed to the first. */
  readonly recipients: readonly string[];
  /** Key files that this passphrase does not open. */
  readonly closed: readonly string[];
  /** Public signing keys that this desk trusts, and whose they are. */
  readonly signers: ReadonlyMap<string, string>;
}
export type UnlockFault = KeyFault | 'no-desk' | 'open-files';
export type UnlockResult = { readonly ok: true; readonly unlocked: Unlocked } | { readonly ok: false; readonly fault: UnlockFault; readonly file?: string };

/** Where keys come from: a folder of sealed files, or the practice letterbox. */
export interface Keyring {
  readonly needsPassphrase: boolean;
  /** Folder to name when there are no keys. */
  readonly folder: string;
  desks(): Promise<readonly string[]>;
  unlock(desk: string, passphrase: string): Promise<UnlockResult>;
  /** Hashes of the last log lines that this machine saw, so that their loss is noticed. */
  witnessed(desk: string): Promise<readonly string[]>;
  witness(desk: string, hashes: readonly string[]): Promise<void>;
}

const signersSchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(80));
const hashesSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1_000);

/** Keys in a folder: `<desk>.<day>.age`, and beside them `firmantes.json` and `testigo.<desk>.json`. */
export function folderKeyring(folder: string): Keyring {
  const files = async (): Promise<string[]> => (await readdir(folder).catch(() => [])).filter((name) => deskOfFile(name) !== null).sort().reverse();
  const witnessFile = (desk: string): string => join(folder, `testigo.${desk}.json`);
  return {
    needsPassphrase: true,
    folder,
    desks: async () => [...new Set((await files()).map((name) => deskOfFile(name) ?? ''))].sort(),
    async unlock(desk, passphrase) {
      const mine = (await files()).filter((name) => deskOfFile(name) === desk);
      if (mine.length === 0) return { ok: false, fault: 'no-desk' };
      const keys = [];
      const closed: string[] = [];
      let fault: KeyFault = 'wrong-passphrase';
      for (const name of mine) {
        const path = join(folder, name);
        if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) return { ok: false, fault: 'open-files', file: path };
        const result = await openKey(await readFile(path, 'utf8'), passphrase);
        if (result.ok) keys.push(result.key);
        else [closed[closed.length], fault] = [name, result.fault];
      }
      const [newest] = keys;
      if (newest === undefined) return { ok: false, fault };
      const signers = new Map(Object.entries(await readJson(join(folder, 'firmantes.json'), signersSchema, {})));
      for (const key of keys) signers.set(signerOf(key.signKey), desk);
      return { ok: true, unlocked: { desk, identities: keys.map((key) => key.identity), signKey: newest.signKey, recipients: keys.map((key) => key.recipient), closed, signers } };
    },
    witnessed: (desk) => readJson(witnessFile(desk), hashesSchema, []),
    witness: (desk, hashes) => writeFile(witnessFile(desk), JSON.stringify(hashes), { mode: 0o600 }),
  };
}

async function readJson<T>(path: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return otherwise;
  }
}

/** What the practice letterbox writes for the desk; see intake/practice.ts. */
const practiceSchema = z.object({
  endpoint: z.string(),
  salt: z.string(),
  letterbox: z.unknown(),
  desks: z.array(z.object({ id: z.string(), identity: z.string(), signKey: z.string() })),
});
export interface Practice {
  readonly endpoint: string;
  readonly letterbox: Letterbox;
  readonly keyring: Keyring;
}

/** Reads practice.json; null when there is none or it is not one. @param folder of practice.json */
export async function readPractice(folder: string): Promise<Practice | null> {
  const read = await readJson<z.infer<typeof practiceSchema> | null>(join(folder, 'practice.json'), practiceSchema.nullable(), null);
  const letterbox = readLetterbox(read?.letterbox);
  if (read === null || letterbox === null) return null;
  const signers = new Map<string, string>();
  for (const { id, signKey } of read.desks) signers.set(signerOf(fromHex(signKey) ?? new Uint8Array(32)), id);
  const seen = new Map<string, readonly string[]>();
  return {
    endpoint: read.endpoint,
    letterbox,
    keyring: {
      needsPassphrase: false,
      folder,
      desks: async () => read.desks.map(({ id }) => id),
      async unlock(desk) {
        const found = read.desks.find(({ id }) => id === desk);
        const signKey = found === undefined ? null : fromHex(found.signKey);
        if (found === undefined || signKey === null) return { ok: false, fault: 'no-desk' };
        const recipients = letterbox.desks.find(({ id }) => id === desk)?.keys.map(({ recipient }) => recipient) ?? [];
        return { ok: true, unlocked: { desk, identities: [found.identity], signKey, recipients, closed: [], signers } };
      },
      witnessed: async (desk) => seen.get(desk) ?? [],
      witness: async (desk, hashes) => void seen.set(desk, hashes),
    },
  };
}
