import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './bytes.ts';
import { suiteOf, type Pinned } from './seal.ts';

/**
 * What the form page must know to send anything: where the letterbox is, and who reads.
 * In intake mode it is compiled into the build; in practice mode the page asks its own site
 * for /denuncia/mesas.json, whose keys were made when the server started.
 */
export interface Letterbox {
  readonly v: 1;
  readonly mode: 'practice' | 'intake';
  /** Public text that makes receipts of this deployment different from any other's. */
  readonly salt: string;
  /** Address of the one endpoint: a path in practice mode, a whole https address in intake mode. */
  readonly endpoint: string;
  readonly desks: readonly PublicDesk[];
}

export interface PublicDesk {
  readonly id: string;
  readonly name: string;
  readonly national: boolean;
  /** Ids of regions it takes tips from; empty for the national desk. */
  readonly regions: readonly string[];
  /** True for the one desk that takes what no other desk's regions cover. */
  readonly everywhereElse: boolean;
  readonly demo: boolean;
  readonly keys: readonly PublicKey[];
}

export interface PublicKey {
  readonly recipient: string;
  readonly fingerprint: string;
  /** First and last day (YYYY-MM-DD) on which tips are sealed to this key. */
  readonly validFrom: string;
  readonly validTo: string;
}

export type PinFault = 'no-desk' | 'no-national' | 'no-valid-key' | 'mixed-keys';
export type PinResult =
  | { readonly ok: true; readonly desk: PublicDesk; readonly national: PublicDesk; readonly pinned: Pinned }
  | { readonly ok: false; readonly fault: PinFault };

/** The desk that takes a region's tips: its own, or the one for everywhere else. */
export function deskFor<D extends Pick<PublicDesk, 'national' | 'regions' | 'everywhereElse'>>(desks: readonly D[], region: string): D | undefined {
  const regional = desks.filter((desk) => !desk.national);
  return regional.find((desk) => desk.regions.includes(region)) ?? regional.find((desk) => desk.everywhereElse);
}

/** The desk that may open every tip, where there is one. */
export const nationalDesk = <D extends Pick<PublicDesk, 'national'>>(desks: readonly D[]): D | undefined => desks.find(({ national }) => national);

/**
 * The two recipients for a tip about a region on a day.
 * Anything missing, expired or mixed is a fault: then nothing may be sealed or sent.
 * @param day YYYY-MM-DD
 */
export function pinFor(letterbox: Letterbox, region: string, day: string): PinResult {
  const desk = deskFor(letterbox.desks, region);
  const national = nationalDesk(letterbox.desks);
  if (desk === undefined) return { ok: false, fault: 'no-desk' };
  if (national === undefined) return { ok: false, fault: 'no-national' };
  return pinDesks(letterbox, desk, national, day);
}

/** The same for a desk that is already known: a follow-up, or a tip that a desk hands over. */
export function pinDesks(letterbox: Letterbox, desk: PublicDesk, national: PublicDesk, day: string): PinResult {
  const [deskKey, nationalKey] = [keyOn(desk, day), keyOn(national, day)];
  if (deskKey === undefined || nationalKey === undefined) return { ok: false, fault: 'no-valid-key' };
  if (suiteOf(deskKey.recipient) !== suiteOf(nationalKey.recipient)) return { ok: false, fault: 'mixed-keys' };
  const list = letterbox.desks.flatMap((one) => one.keys.map((key) => key.recipient));
  return { ok: true, desk, national, pinned: { desk: deskKey.recipient, national: nationalKey.recipient, list } };
}

/** The key that began last among those valid on a day: while keys rotate, two are. */
export function keyOn(desk: PublicDesk, day: string): PublicKey | undefined {
  return desk.keys
    .filter((key) => key.validFrom <= day && day <= key.validTo)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** 128 bits of a recipient's SHA-256 in eight groups, as printed on posters and shown beside the form. */
export const fingerprintOf = (recipient: string): string =>
  (toHex(sha256(utf8(recipient)).slice(0, 16)).match(/.{4}/g) ?? []).join(' ');

/** Reads mesas.json, which came over the network. Anything unexpected gives null: then the page cannot send. */
export function readLetterbox(value: unknown): Letterbox | null {
  if (!isRecord(value) || value['v'] !== 1 || !Array.isArray(value['desks'])) return null;
  const { mode, salt, endpoint, desks } = value;
  const right =
    (mode === 'practice' || mode === 'intake') && isText(salt) && isText(endpoint) && (desks as unknown[]).every(isDesk);
  return right ? (value as unknown as Letterbox) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length < 4_000;
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isDesk = (desk: unknown): boolean =>
  isRecord(desk) &&
  isText(desk['id']) &&
  isText(desk['name']) &&
  isFlag(desk['national']) && isFlag(desk['everywhereElse']) && isFlag(desk['demo']) &&
  Array.isArray(desk['regions']) && desk['regions'].every(isText) &&
  Array.isArray(desk['keys']) && desk['keys'].every(isKey);
const isKey = (key: unknown): boolean =>
  isRecord(key) &&
  isText(key['recipient']) && suiteOf(key['recipient']) !== null && key['fingerprint'] === fingerprintOf(key['recipient']) &&
  isDay(key['validFrom']) && isDay(key['validTo']);
