import type { Press } from '#domain/own-set/link.ts';

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

/** Raw deflate where the browser knows it (Chrome 103, Firefox 113, Safari 16.4), else undefined. */
export function browserPress(): Press | undefined {
  try {
    new CompressionStream('deflate-raw');
  } catch {
    return undefined;
  }
  return {
    deflate: async (bytes) => (await through(bytes, new CompressionStream('deflate-raw'), Infinity)) ?? bytes,
    inflate: (bytes, most) => through(bytes, new DecompressionStream('deflate-raw'), most).catch(() => undefined),
  };
}
