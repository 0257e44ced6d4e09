import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What Astro calls the content that it has read, as a module and as a file (internal names, astro/dist/content/consts.js). */
const [MODULE, FILE] = ['\0astro:data-layer-content', 'data-store.json'];

/**
 * Leaves the content that Astro has read in its file, which pages read when they are made: else all of it is written
 * into their bundle as one string, some 2 ms and 100 kB of memory an article. Where a new Astro names things
 * otherwise, its own way holds, and only the time is lost.
 */
export function storeAside(): AstroIntegration {
  return {
    name: 'sin-trampa:store-aside',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const file = fileURLToPath(new URL(FILE, config.cacheDir));
        const handler = (id: string): string | null =>
          id === MODULE && existsSync(file) ? `import { readFileSync } from 'node:fs'; export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));` : null;
        updateConfig({ vite: { plugins: [{ name: 'sin-trampa:store-aside', enforce: 'pre', load: { order: 'pre', handler } }] } });
      },
    },
  };
}
