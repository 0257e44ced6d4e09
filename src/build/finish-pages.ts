import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sha256 } from './hash-list.ts';
import { printHeaders, siteHeaders } from './headers.ts';
import { ScriptTrail } from './script-trail.ts';
import { headerPolicy, leanPage, printPolicy, type Policy } from './site-policy.ts';

/** Astro names an island by a hash that holds the folder of the project; counted instead, two clones give the same bytes. */
function sameIslands(html: string): string {
  if (!html.includes('<astro-island')) return html;
  let island = 0;
  return html.replaceAll(/(<astro-island uid=")[^"]*/g, (_, before: string) => `${before}${(island += 1)}`);
}

/** Several pages are made at a time, and are done in the order in which they were begun: else two builds would not be the same. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  /** `come` resolves when all that were taken before are gone. */
  take(): { readonly come: Promise<void>; readonly gone: () => void } {
    const come = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    return { come, gone: resolve };
  }
}

/**
 * The last hand on a page, between its making and the disk: each keeps in its policy the hashes of its own blocks
 * alone, and names in its head the scripts that its scripts will ask for. In the end `_headers` says what the
 * policies in the pages can't. Adds the hash of each page to `written`, by its path in the built folder, and hands it
 * on to `finished`.
 */
export function finishPages(written: Map<string, string>, finished: (path: string, html: string) => void): AstroIntegration {
  const policies = new Map<string, Policy>();
  let trail: ScriptTrail;
  let pages = 0;
  const turns = new Turns();

  function finish(made: string, path: string): Buffer<ArrayBuffer> {
    const { html, policy } = leanPage(made);
    policies.set(printPolicy(policy), policy);
    const whole = trail.announce(sameIslands(html));
    finished(path, whole);
    const bytes = Buffer.from(whole);
    written.set(`${path.slice(1)}index.html`, sha256(bytes));
    pages += 1;
    return bytes;
  }

  return {
    name: 'sin-trampa:finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        trail = new ScriptTrail(fileURLToPath(config.outDir));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          name: 'sin-trampa:finish-pages',
          render: async (request, options) => {
            // Whole pages to take away on a stick are no pages of Astro's: their policy is their own, and loosens nothing here.
            if (options.routeData.type !== 'page') return usual.render(request, options);
            const { come, gone } = turns.take();
            try {
              const made = await usual.render(request, options);
              const { response, ...rest } = made instanceof Response ? { response: made } : made;
              const html = await response.text();
              await come;
              return { ...rest, response: new Response(finish(html, new URL(request.url).pathname), response) };
            } finally {
              gone();
            }
          },
        }));
      },
      'astro:build:done': ({ dir, logger }) => {
        const sorted = [...policies.keys()].sort().flatMap((key) => policies.get(key) ?? []);
        writeFileSync(join(fileURLToPath(dir), '_headers'), printHeaders(siteHeaders(headerPolicy(sorted))));
        logger.info(`${pages} pages, each with the hashes of its own blocks`);
      },
    },
  };
}
