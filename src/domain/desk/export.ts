import { Encrypter } from 'age-encryption';
import { utf8 } from '#domain/tip/bytes.ts';
import { suiteOf } from '#domain/tip/seal.ts';
import type { FollowUp, Tip } from '#domain/tip/tip.ts';
import { DECISIONS } from './decision.ts';
import { standing, type CaseFile } from './case.ts';
import { tarOf, type TarFile } from './tar.ts';

/**
 * One case for a hand-over: a tar with `caso.json`, `caso.txt` and the photos, sealed with age to one
 * recipient. `age -d -i clave.txt caso.tar.age | tar x` opens it anywhere.
 *
 * The reply address and the thread key stay at the desk: whoever gets the case can't write in its name.
 */
export interface CaseExport {
  readonly code: string;
  readonly tip: Tip;
  readonly followUps: readonly FollowUp[];
  readonly file: CaseFile;
  /** The same in words for people, made by the desk's view. */
  readonly text: string;
  readonly receivedHour: number;
}

const SUFFIX: Readonly<Record<Tip['photos'][number]['type'], string>> = { 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/png': 'png' };

/** The files of a case, unsealed. */
export function caseFiles({ code, tip, followUps, file, text, receivedHour }: CaseExport): TarFile[] {
  const { reply, photos, ...words } = tip;
  const photoFiles = photos.map(({ type, bytes }, i) => ({ name: `foto-${i + 1}.${SUFFIX[type]}`, bytes }));
  const json = {
    v: 1, kind: 'sin-trampa-caso', code, receivedHour,
    tip: { ...words, hasReceipt: reply !== null, photos: photos.map(({ type, original }, i) => ({ file: photoFiles[i]?.name, type, original })) },
    followUps: followUps.map((one) => one.text),
    replies: file.replies, notes: file.notes, handovers: file.handovers,
    decisions: Object.fromEntries(DECISIONS.map((about) => [about, standing(file.decisions[about]) ?? null])),
    log: file.lines.map(({ line: { at, who, desk, act, word } }) => ({ at, who, desk, act, word })),
  };
  return [{ name: 'caso.json', bytes: utf8(`${JSON.stringify(json, null, 2)}\n`) }, { name: 'caso.txt', bytes: utf8(text) }, ...photoFiles];
}

/** Why a pasted recipient can't be used; null when it can. */
export function recipientFault(pasted: string, own: readonly string[]): 'empty' | 'secret' | 'not-a-recipient' | 'own' | null {
  const recipient = pasted.trim();
  if (recipient === '') return 'empty';
  if (/AGE-SECRET-KEY/i.test(recipient)) return 'secret';
  if (suiteOf(recipient) === null) return 'not-a-recipient';
  return own.includes(recipient) ? 'own' : null;
}

/** Seals the case to exactly one recipient. @throws when the recipient is none: nothing is made */
export async function sealCase(one: CaseExport, recipient: string): Promise<Uint8Array> {
  if (suiteOf(recipient) === null) throw new RangeError('This is no age recipient.');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(tarOf(caseFiles(one)));
}
