import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inTurns } from './in-turns.ts';

/** Where a site says what it is made of. Its lines fit `sha256sum -c`, which skips the line with `#`. */
export const HASH_LIST = '.well-known/sin-trampa-sha256.txt';

export interface HashList {
  /** The day the site was built for, YYYY-MM-DD: how old a source is depends on it. */
  readonly day: string;
  /** Path below the site's folder → SHA-256 in hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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

/** The hash of every file below a folder, but of the list itself. */
export async function hashFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)).sort();
  const hashes = new Map<string, string>(paths.filter((path) => path !== HASH_LIST).map((path) => [path, '']));
  await inTurns([...hashes.keys()], async (path) => void hashes.set(path, sha256(await readFile(join(folder, path)))));
  return hashes;
}

/** Publishes the hash of every built file. Must be the last of all integrations. */
export function hashList(day: string): AstroIntegration {
  return {
    name: 'sin-trampa:hash-list',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const hashes = await hashFolder(folder);
        const file = join(folder, HASH_LIST);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, printHashList({ day, hashes }));
        logger.info(`${hashes.size} files in ${HASH_LIST}`);
      },
    },
  };
}
