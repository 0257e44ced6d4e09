import { BODY_LIMIT, LARGE_BODY_LIMIT } from '#domain/tip/limits.ts';
import { concat } from '#domain/tip/bytes.ts';
import { HEAD, opOf } from '#domain/tip/wire.ts';

export type ReadBody = { readonly ok: true; readonly body: Uint8Array } | { readonly ok: false; readonly fault: 'too-large' | 'malformed' };

/** How long a body may be, told by its first five bytes: photos and the desks' requests may be large. */
const limitOf = (head: Uint8Array): number => {
  const op = opOf(head);
  return op === 'deposit-large' || op === 'desk' ? LARGE_BODY_LIMIT : BODY_LIMIT;
};

/**
 * Gathers a body and stops reading as soon as it is too long.
 * @param declared what Content-Length said; null when it said nothing
 */
export async function readBody(chunks: AsyncIterable<Uint8Array>, declared: number | null): Promise<ReadBody> {
  if (declared !== null && declared > LARGE_BODY_LIMIT) return { ok: false, fault: 'too-large' };
  const parts: Uint8Array[] = [];
  let size = 0;
  let limit: number | null = null;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (limit === null && size >= HEAD) {
      const head = concat(...parts).subarray(0, HEAD);
      if (opOf(head) === null) return { ok: false, fault: size > BODY_LIMIT ? 'too-large' : 'malformed' };
      limit = limitOf(head);
    }
    if (size > (limit ?? BODY_LIMIT) || (declared !== null && declared > (limit ?? LARGE_BODY_LIMIT))) return { ok: false, fault: 'too-large' };
  }
  return size < HEAD ? { ok: false, fault: 'malformed' } : { ok: true, body: concat(...parts) };
}
