import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Where a site says what it is made of. Its lines fit `sha256sum -c`, which skips the line with `#`. */
export const HASH_LIST = '.well-known/sin-trampa-sha256.txt';

export interface HashList {
  /** The day the site was built for, YYYY-MM-DD: how old a source is depends on it. */
  readonly day: string;
  /** Path below the site's folder → SHA-256 in hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);

export function printHashList({ day, hashes }: HashList): string {
  return `# ${day}\n${[...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hash]) => `${hash}  ${path}\n`).join('')}`;
}

/** Throws a sentence when the text is no list of ours: a host's own page of error, for one. */
export function parseHashList(text: string): HashList {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const day = /^# (\d{4}-\d{2}-\d{2})$/.exec(head)?.[1];
  if (day === undefined) throw new Error('It does not begin with «# » and a day.');
  const hashes = lines.map((line) => {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
    if (hash === undefined || path === undefined) throw new Error(`«${line.slice(0, 80)}» is no line of hash and path.`);
    return [path, hash] as const;
  });
  return { day, hashes: new Map(hashes) };
}

/**
 * The hash of every file below a folder, but of the list itself; only what is not `known` is read. Thousands of small
 * files: read at once each, several times faster than in promises.
 */
export function hashFolder(folder: string, known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)).sort();
  return new Map(paths.filter((path) => path !== HASH_LIST).map((path) => [path, known.get(path) ?? sha256(readFileSync(join(folder, path)))]));
}

/** Publishes the hash of every built file. Must be the last of all integrations; `written` is what those before it wrote and hashed. */
export function hashList(day: string, written: ReadonlyMap<string, string>): AstroIntegration {
  return {
    name: 'sin-trampa:hash-list',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const hashes = hashFolder(folder, written);
        const file = join(folder, HASH_LIST);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, printHashList({ day, hashes }));
        logger.info(`${hashes.size} files in ${HASH_LIST}`);
      },
    },
  };
}
