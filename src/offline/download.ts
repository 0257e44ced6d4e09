import { parseBundle, type Bundle } from './bundle.ts';
import { COMPLETE, fingerprint, keep, packCache, type PackLine } from './kept.ts';

/** Why a pack was not kept, as the words of offline.json name it. */
export type Fault = 'forbidden' | 'full' | 'network' | 'install';

/** What went wrong, told from the error of a download or of a registration. */
export function faultOf(error: unknown): Fault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'SecurityError' || name === 'NotSupportedError' || name === 'NotAllowedError') return 'forbidden';
  return 'network';
}

/**
 * Fetches a pack and keeps it. `progress` is told the part of its bytes that has come, 0 to 1.
 * Rejects when the line breaks, when the bytes are not those of the list, or when the phone is full.
 */
export async function download(line: PackLine, progress: (part: number) => void): Promise<void> {
  const answer = await fetch(`/sin-internet/${line.id}.txt?v=${line.version}`);
  if (!answer.ok || answer.body === null) throw new Error(`${line.id}: ${answer.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let got = 0;
  const reader = answer.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    got += next.value.length;
    progress(Math.min(1, got / line.raw));
  }
  const bytes = await new Blob(chunks).arrayBuffer();
  if ((await fingerprint(bytes)) !== line.version) throw new Error(`${line.id}: other bytes than the list says`);
  await replace(line, parseBundle(new TextDecoder().decode(bytes)));
}

/** One that does not fit stays incomplete, and is said to be. */
async function replace(line: PackLine, bundle: Bundle): Promise<void> {
  const cache = await caches.open(packCache(line.id));
  await keep(cache, bundle, line.version);
  // What the new version no longer has: its pages point nowhere to it.
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!(pathname in bundle.files) && pathname !== COMPLETE) await cache.delete(request);
  }
}
