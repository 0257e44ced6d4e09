import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readShelf } from '#commands/sign-book.ts';

/** What a phone takes in for the checker: the engine's script and the Spanish signs. 35 KB. */
const MOST = 35 * 1024;

describe('someone who pays for each megabyte', () => {
  it('takes in at most 35 KB for the engine and the Spanish signs together', () => {
    const stdin = { contents: "export { analyse, compileSigns } from '#domain/offer/offer.ts'", resolveDir: 'src/commands' };
    const script = buildSync({ stdin, bundle: true, minify: true, format: 'iife', globalName: 'offer', write: false }).outputFiles[0]?.text ?? '';
    const signs = JSON.stringify(readShelf(['es']).book);
    expect(script.length).toBeGreaterThan(10_000);
    expect(signs.length).toBeGreaterThan(10_000);
    expect(brotliCompressSync(script + signs).length).toBeLessThanOrEqual(MOST);
  });
});
