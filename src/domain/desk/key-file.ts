import { armor, Decrypter, Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ed25519 } from '@noble/curves/ed25519.js';
import { fromHex, fromUtf8, toHex, utf8 } from '#domain/tip/bytes.ts';
import { fingerprintOf, type PublicKey } from '#domain/tip/letterbox.ts';
import type { Suite } from '#domain/tip/seal.ts';

/**
 * A desk's key file: a standard age identity file, sealed with a passphrase. Stock age opens tips
 * with it (`age -d -i mesa.age aviso.age`). The Ed25519 signing key stands in a comment line, which
 * age ignores.
 */
export interface DeskKey {
  readonly desk: string;
  readonly identity: string;
  readonly recipient: string;
  /** 32-byte Ed25519 secret. */
  readonly signKey: Uint8Array;
  readonly validFrom: string;
  readonly validTo: string;
}

/** Characters of the shortest passphrase: five everyday words have some 25. */
export const PASSPHRASE_MIN = 16;
/** A key serves 90 days (research/tip-intake.md, 3.4). */
export const KEY_DAYS = 90;
/** age's own work factor: a second or two on a laptop. */
export const WORK_FACTOR = 18;

/** The day some days later. @param day YYYY-MM-DD */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A new key for a desk. @param signKey kept from the old key, so that the letterbox need not learn a new one */
export async function newKey(desk: string, today: string, suite: Suite, signKey: Uint8Array = ed25519.utils.randomSecretKey()): Promise<DeskKey> {
  const identity = suite === 'pq' ? await generateHybridIdentity() : await generateX25519Identity();
  return { desk, identity, recipient: await identityToRecipient(identity), signKey, validFrom: today, validTo: daysAfter(today, KEY_DAYS) };
}

/** The text inside a key file. */
export const keyText = ({ desk, identity, recipient, signKey, validFrom, validTo }: DeskKey): string =>
  `# Sin Trampa: llave de la mesa\n# mesa: ${desk}\n# desde: ${validFrom}\n# hasta: ${validTo}\n# firma: ${toHex(signKey)}\n# public key: ${recipient}\n${identity}\n`;

/** Reads that text; null when it is not a desk's key. */
export async function readKeyText(text: string): Promise<DeskKey | null> {
  const field = (name: string): string => new RegExp(`^# ${name}: (\\S+)$`, 'm').exec(text)?.[1] ?? '';
  const identity = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/m.exec(text)?.[0];
  const signKey = fromHex(field('firma'));
  if (identity === undefined || signKey?.length !== 32) return null;
  try {
    return { desk: field('mesa'), identity, recipient: await identityToRecipient(identity), signKey, validFrom: field('desde'), validTo: field('hasta') };
  } catch {
    return null;
  }
}

/** Seals a key with a passphrase, armored: printable, and the same file on paper. */
export async function sealKey(key: DeskKey, passphrase: string, workFactor = WORK_FACTOR): Promise<string> {
  if (passphrase.length < PASSPHRASE_MIN) throw new RangeError('The passphrase is too short.');
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return armor.encode(await encrypter.encrypt(utf8(keyText(key))));
}

export type KeyFault = 'not-a-key-file' | 'wrong-passphrase' | 'not-a-desk-key';
export type KeyResult = { readonly ok: true; readonly key: DeskKey } | { readonly ok: false; readonly fault: KeyFault };

/** Opens a key file's text. */
export async function openKey(armored: string, passphrase: string): Promise<KeyResult> {
  let sealed: Uint8Array;
  try {
    sealed = armor.decode(armored.trim());
  } catch {
    return { ok: false, fault: 'not-a-key-file' };
  }
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const key = await readKeyText(fromUtf8(await decrypter.decrypt(sealed)));
    return key === null ? { ok: false, fault: 'not-a-desk-key' } : { ok: true, key };
  } catch {
    return { ok: false, fault: 'wrong-passphrase' };
  }
}

/** What of a key may be public: an item of `keys` in content/desks/<id>.yaml. */
export const publicKey = ({ recipient, validFrom, validTo }: DeskKey): PublicKey => ({ recipient, fingerprint: fingerprintOf(recipient), validFrom, validTo });

/** The name of a key's file in the keys' folder. */
export const keyFileName = ({ desk, validFrom }: Pick<DeskKey, 'desk' | 'validFrom'>, number = 1): string => `${desk}.${validFrom}${number === 1 ? '' : `.${number}`}.age`;
/** The desk that a file's name tells; null for other files. */
export const deskOfFile = (name: string): string | null => /^([a-z][a-z0-9-]*)\.\d{4}-\d{2}-\d{2}(?:\.\d+)?\.age$/.exec(name)?.[1] ?? null;
