import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { sha256 } from './hash-list.ts';

/** Only pages with this mark are searched. */
const SEARCHED = 'data-pagefind-body';
/** What Pagefind would pass over, and a page is mostly made of. */
const UNREAD = /<(style|script|svg)\b[\s\S]*?<\/\1>/g;

export interface SearchIndex {
  /** Reads a finished page, while others are made; `path` as in `/articulos/padrinazgo/`. */
  readonly add: (path: string, html: string) => void;
  /** Writes the index when all pages are added. */
  readonly integration: AstroIntegration;
}

/**
 * Builds Pagefind's index from the pages, each as it is finished: Pagefind works in a process of its own, on the other core.
 * Ours and not astro-pagefind, because that one logs an error where a build without search must stop. Adds the hash of
 * each file to `written`.
 */
export function searchIndex(written: Map<string, string>): SearchIndex {
  let index: Promise<pagefind.PagefindIndex> | undefined;
  const adding: Promise<string[]>[] = [];

  const add = (path: string, html: string): void => {
    if (!html.includes(SEARCHED)) return;
    index ??= start();
    adding.push(index.then(async (into) => (await into.addHTMLFile({ sourcePath: `${path.slice(1)}index.html`, content: html.replaceAll(UNREAD, '') })).errors));
  };

  const finish = async (folder: string): Promise<void> => {
    const into = await (index ??= start());
    stopAt((await Promise.all(adding)).flat());
    // Written here and not by Pagefind: its `writeFiles` answers before the last file is on the disk, and on a
    // busy machine `close` then leaves an empty pagefind-entry.json, which is a search that finds nothing.
    const made = await into.getFiles();
    stopAt(made.errors);
    await pagefind.close();
    // Marks words on a page that was reached by a search: no page of ours loads it.
    const files = made.files.filter(({ path: name }) => name !== 'pagefind-highlight.js');
    for (const each of new Set(files.map(({ path: name }) => dirname(name)))) mkdirSync(join(folder, 'pagefind', each), { recursive: true });
    for (const { path: name, content } of files) {
      const file = join('pagefind', name);
      writeFileSync(join(folder, file), content);
      written.set(file, sha256(content));
    }
  };

  return {
    add,
    integration: {
      name: 'sin-trampa:search-index',
      hooks: {
        'astro:build:done': async ({ dir, logger }) => {
          await finish(fileURLToPath(dir));
          logger.info(`${adding.length} pages searched by Pagefind`);
        },
      },
    },
  };
}

async function start(): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ keepIndexUrl: false });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
}

function stopAt(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
