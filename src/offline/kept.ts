import type { Bundle } from './bundle.ts';

/**
 * What lies on a phone, and under which names: shared by the worker, by the page that manages it, and by
 * the build that makes it. Only pages of this site are kept: nothing that a reader writes or answers.
 */

/** One pack as /sin-internet/paquetes.json lists it. */
export interface PackLine {
  readonly id: string;
  readonly version: string;
  readonly pages: number;
  /** Bytes as they lie on the phone. */
  readonly raw: number;
  /** Bytes over the line: with brotli, and with gzip where the host knows no better. */
  readonly least: number;
  readonly most: number;
}

const PREFIX = 'sin-trampa-';
const EMERGENCY = `${PREFIX}emergencia-`;
export const emergencyCache = (version: string): string => EMERGENCY + version;
export const isEmergency = (name: string): boolean => name.startsWith(EMERGENCY);
export const packCache = (id: string): string => `${PREFIX}paquete-${id}`;
export const REGIONS = `${PREFIX}regiones`;
/** Written last: a pack without it was cut off half-way. Its text is the pack's version. */
export const COMPLETE = '/sin-internet/completo';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml' };

/** A kept file as a server would have sent it. */
export function answerOf(path: string, text: string): Response {
  const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'text/html';
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } });
}

/** Puts a bundle into a cache. Rejects when the phone is full or forbids it: what is there then is incomplete, and says so. */
export async function keep(cache: Cache, bundle: Bundle, version: string): Promise<void> {
  await cache.delete(COMPLETE);
  for (const [path, text] of Object.entries(bundle.files)) await cache.put(path, answerOf(path, text));
  await cache.put(COMPLETE, answerOf('.txt', version));
}

/** The version of a complete cache; undefined when there is none, or half of one. */
export async function versionOf(name: string): Promise<string | undefined> {
  if (!(await caches.has(name))) return undefined;
  return (await (await caches.open(name)).match(COMPLETE))?.text();
}

/** Keeps a region's page with its scripts; `stop` is asked before anything is written. */
export async function keepRegion(path: string, text: string, stop: () => boolean = () => false): Promise<void> {
  const scripts = new Set([...text.matchAll(/"(\/_astro\/[^"]+)"/g)].map(([, address = '']) => address));
  const answers = await Promise.all([...scripts].map(async (script) => [script, await fetch(script)] as const));
  if (stop()) return;
  const cache = await caches.open(REGIONS);
  for (const [script, answer] of answers) if (answer.ok) await cache.put(script, answer);
  await cache.put(path, answerOf(path, text));
  if (stop()) await caches.delete(REGIONS);
}

/** The regions that are kept, as their short addresses. */
export async function keptRegions(): Promise<string[]> {
  if (!(await caches.has(REGIONS))) return [];
  const requests = await (await caches.open(REGIONS)).keys();
  return requests.flatMap(({ url }) => /\/ayuda\/region\/([\w-]+)\/$/.exec(new URL(url).pathname)?.[1] ?? []);
}

/** SHA-256 of bytes, in hexadecimal: a hotel's login page must not be kept as ours. */
export async function fingerprint(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
