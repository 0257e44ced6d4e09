import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { sha256 } from './hash-list.ts';

/**
 * Builds Pagefind's index from the built pages. Ours and not astro-pagefind, because that one logs
 * an error where a build without search must stop. Adds the hash of each file to `written`.
 */
export function searchIndex(written: Map<string, string>): AstroIntegration {
  return {
    name: 'sin-trampa:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const path = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({ keepIndexUrl: false });
        if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path });
        if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
        // Written here and not by Pagefind: its `writeFiles` answers before the last file is on the disk, and on a
        // busy machine `close` then leaves an empty pagefind-entry.json, which is a search that finds nothing.
        const made = await index.getFiles();
        if (made.errors.length > 0) throw new Error(`Pagefind: ${made.errors.join('; ')}`);
        await pagefind.close();
        // Marks words on a page that was reached by a search: no page of ours loads it.
        const files = made.files.filter(({ path: name }) => name !== 'pagefind-highlight.js');
        for (const folder of new Set(files.map(({ path: name }) => dirname(name)))) mkdirSync(join(path, 'pagefind', folder), { recursive: true });
        for (const { path: name, content } of files) {
          const file = join('pagefind', name);
          writeFileSync(join(path, file), content);
          written.set(file, sha256(content));
        }
        logger.info(`${added.page_count} pages searched by Pagefind`);
      },
    },
  };
}
