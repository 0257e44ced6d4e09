import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const REFERRED = /(?:href|src|srcset)="(\/[^"#? ]+\.(?:js|svg))[" ]/g;
const IMPORTED = /["'`](?:\.\/|(?:\/)?_astro\/)([\w.-]+\.js)["'`]/g;

const fileAt = (folder: string, address: string): string => join(folder, address.endsWith('/') ? `${address}index.html` : address);

/** The built site as packs read it: texts by their address, and what a page asks for. */
export class Shelf {
  readonly #folder: string;
  /** Address → what a script imports, now or on request: read once a build. */
  readonly #imports = new Map<string, readonly string[]>();
  readonly #there = new Map<string, boolean>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A page's address ends with a slash. Throws when there is no such file. */
  read(address: string): string {
    return readFileSync(fileAt(this.#folder, address), 'utf8');
  }

  #has(address: string): boolean {
    const there = this.#there.get(address) ?? existsSync(join(this.#folder, address));
    this.#there.set(address, there);
    return there;
  }

  #importsOf(script: string): readonly string[] {
    const known = this.#imports.get(script) ?? [...this.read(script).matchAll(IMPORTED)].map(([, name = '']) => `/_astro/${name}`);
    this.#imports.set(script, known);
    return known;
  }

  /** Adds to `found` the files that a page asks for by itself or on request, and theirs, as addresses. */
  partsOf(html: string, without: RegExp | undefined, found: Set<string>): void {
    const walk = (path: string): void => {
      if (found.has(path) || without?.test(path) === true || !this.#has(path)) return;
      found.add(path);
      if (path.endsWith('.js')) for (const next of this.#importsOf(path)) walk(next);
    };
    for (const [, path = ''] of html.matchAll(REFERRED)) walk(path);
  }
}
