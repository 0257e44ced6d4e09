import { fromBase64Url, toBase64Url } from './base64url.ts';
import { checkSum } from './check-sum.ts';
import type { OwnSet } from './own-set.ts';
import { readWire, toWire, VERSION, type Opening } from './wire.ts';

/** Raw deflate (RFC 1951), where the browser has it. `inflate` gives up, with undefined, on broken bytes and on more than `most` of them. */
export interface Press {
  deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Above so many characters some apps and boards cut an address: the file is the better way. */
export const LONG_LINK = 2_000;
/** Longer than any set that fits: forty own questions at their fullest are some 90,000 characters. */
const LONGEST = 200_000;
const NAME = 'conjunto';

/**
 * A set as what stands after # in an address, so that no host sees it:
 * `conjunto=<version>.<d deflated | p plain>.<check>.<base64url>`. The check is over all the rest. Every later
 * version keeps this envelope, so that an older page can say «newer» and not «damaged».
 */
export async function toLink(set: OwnSet, press: Press | undefined): Promise<string> {
  const plain = new TextEncoder().encode(JSON.stringify(toWire(set)));
  const deflated = await press?.deflate(plain);
  const [method, bytes] = deflated !== undefined && deflated.length < plain.length ? ['d', deflated] : ['p', plain];
  const payload = toBase64Url(bytes);
  return `${NAME}=${VERSION}.${method}.${checkSum(`${VERSION}.${method}.${payload}`)}.${payload}`;
}

/** Reads what stands after # in an address. Never throws. */
export async function fromLink(fragment: string, ready: ReadonlySet<string>, press: Press | undefined): Promise<Opening> {
  if (fragment.length > LONGEST) return { trouble: 'large' };
  // Apps that wrap long lines put spaces in.
  const found = /^conjunto=(\d{1,4})\.([a-z])\.([0-9a-f]{8})\.([\w-]+)$/.exec(fragment.replaceAll(/\s|%20|%0A/g, ''));
  const [, version = '', method = '', check = '', payload = ''] = found ?? [];
  if (found === null || checkSum(`${version}.${method}.${payload}`) !== check) return { trouble: 'damaged' };
  if (Number(version) !== VERSION) return { trouble: Number(version) < VERSION ? 'older' : 'newer' };
  if (method === 'd' && press === undefined) return { trouble: 'no-inflate' };
  const bytes = fromBase64Url(payload);
  const plain = bytes === undefined ? undefined : method === 'd' ? await press?.inflate(bytes, LONGEST) : bytes;
  if (plain === undefined) return { trouble: 'damaged' };
  try {
    return readWire(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)), ready);
  } catch {
    return { trouble: 'damaged' };
  }
}
