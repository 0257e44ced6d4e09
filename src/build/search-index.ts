import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/**
 * Builds Pagefind's index from the built pages. Ours and not astro-pagefind, because that one logs
 * an error where a build without search must stop.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'sin-trampa:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const path = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({ keepIndexUrl: false });
        if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path });
        if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
        const written = await index.writeFiles({ outputPath: `${path}/pagefind` });
        if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
        await pagefind.close();
        // Marks words on a page that was reached by a search: no page of ours loads it.
        await rm(`${path}/pagefind/pagefind-highlight.js`, { force: true });
        logger.info(`${added.page_count} pages searched by Pagefind`);
      },
    },
  };
}
