import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+|\/_astro\/[^"']+)["']/g;

/**
 * The scripts that a page's scripts import, and theirs, as addresses: a phone would learn of each only after
 * the one before it has come, at 400 ms a trip on a slow line. What is imported on request (`import()`) stays out.
 * One trail serves a whole build: each script is read once.
 */
export class ScriptTrail {
  readonly #folder: string;
  readonly #known = new Map<string, readonly string[]>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  #imports(address: string): readonly string[] {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const file = join(this.#folder, address);
    const found = existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to = '']) => new URL(to, `http://x${address}`).pathname) : [];
    this.#known.set(address, found);
    return found;
  }

  /** Adds a `modulepreload` for each of them to the head of a page; a page without such scripts stays as it is. */
  announce(html: string): string {
    const own = [...html.matchAll(/<script type="module" src="(\/_astro\/[^"]+)"/g)].map(([, address = '']) => address);
    const later = new Set<string>();
    const walk = (address: string): void => {
      for (const next of this.#imports(address)) {
        if (own.includes(next) || later.has(next)) continue;
        later.add(next);
        walk(next);
      }
    };
    for (const address of own) walk(address);
    const links = [...later].sort().map((address) => `<link rel="modulepreload" href="${address}">`);
    return links.length === 0 ? html : html.replace('</head>', `${links.join('')}</head>`);
  }
}
