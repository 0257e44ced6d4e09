import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ABSENT = fileURLToPath(new URL('../domain/tip/absent.ts', import.meta.url));

/** Whether any desk has a hybrid (post-quantum) key, which needs the pieces that X25519 does without. */
function hybridDesks(): boolean {
  return readdirSync('content/desks').some((file) => readFileSync(`content/desks/${file}`, 'utf8').includes('age1pq1'));
}

/**
 * Leaves out of the tip form what no desk of this copy uses: age-encryption carries NIST curves
 * (hardware keys) and post-quantum keys, which do not shake out of the bundle: 41 kB become 23.
 * A key of an absent kind seals nothing: touching the stand-in throws (src/domain/tip/absent.ts).
 */
export function leanAge(): Plugin {
  const absent = new Set(['@noble/curves/nist.js', ...(hybridDesks() ? [] : ['@noble/post-quantum/hybrid.js'])]);
  return {
    name: 'sin-trampa:lean-age',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId: (id, importer) => (absent.has(id) && importer?.includes('age-encryption') === true ? ABSENT : null),
  };
}
