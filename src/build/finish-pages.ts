import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { printHeaders, siteHeaders } from './headers.ts';
import { ScriptTrail } from './script-trail.ts';
import { headerPolicy, leanPage, printPolicy, type Policy } from './site-policy.ts';

/** Astro names an island by a hash that holds the folder of the project; counted instead, two clones give the same bytes. */
function sameIslands(html: string): string {
  let island = 0;
  return html.replaceAll(/(<astro-island uid=")[^"]*/g, (_, before: string) => `${before}${(island += 1)}`);
}

/** Whole pages to take away on a stick: their policy is their own, and loosens nothing here. */
const TAKE_AWAY = 'docentes/archivos/';

/**
 * The last hand on the built pages: each keeps in its policy the hashes of its own blocks alone, and names
 * in its head the scripts that its scripts will ask for; `_headers` says what the policies in the pages can't.
 * Comes before whatever hashes or lists the files.
 */
export function finishPages(): AstroIntegration {
  return {
    name: 'sin-trampa:finish-pages',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.html') && !file.startsWith(TAKE_AWAY)).sort();
        const trail = new ScriptTrail(folder);
        const policies = new Map<string, Policy>();
        for (const file of files) {
          const path = join(folder, file);
          const { html, policy } = leanPage(readFileSync(path, 'utf8'));
          policies.set(printPolicy(policy), policy);
          writeFileSync(path, trail.announce(sameIslands(html)));
        }
        const sorted = [...policies.keys()].sort().flatMap((key) => policies.get(key) ?? []);
        writeFileSync(join(folder, '_headers'), printHeaders(siteHeaders(headerPolicy(sorted))));
        logger.info(`${files.length} pages, each with the hashes of its own blocks`);
      },
    },
  };
}
