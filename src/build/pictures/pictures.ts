import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { drawPicture } from './draw.ts';
import { pictureOrders } from './orders.ts';
import type { Drawn } from './thread.ts';

/** Draws all into a folder, in a thread of its own: 5 ms an article on the other core, while this one reads the texts. */
function drawAll(folder: string): Promise<Drawn> {
  // A build that broke off may have left some.
  rmSync(folder, { recursive: true, force: true });
  return new Promise((done, failed) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: folder });
    thread.once('message', done);
    thread.once('error', failed);
  });
}

/** Moves what lies in `from` into `to`, which may be on another disk. */
function moveInto(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    try {
      renameSync(join(from, name), join(to, name));
    } catch {
      cpSync(join(from, name), join(to, name), { recursive: true });
    }
  }
  rmSync(from, { recursive: true, force: true });
}

const TYPES: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

/**
 * The pictures that go with the texts: not routes, because a thousand articles would wait for four thousand of them.
 * `astro dev` draws what is looked at. Adds the hash of each picture to `written`.
 */
export function pictures(written: Map<string, string>): AstroIntegration {
  let folder = '';
  let drawing: Promise<Drawn> | undefined;
  return {
    name: 'sin-trampa:pictures',
    hooks: {
      'astro:config:setup': ({ command, createCodegenDir }) => {
        if (command !== 'build') return;
        // Beside the built folder, which Astro empties later.
        folder = fileURLToPath(createCodegenDir());
        drawing = drawAll(folder);
        // Said at the end; until then Astro's own, clearer sentence about the same file may come first.
        drawing.catch(() => undefined);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
          const order = /^(?:portadas|compartir)\//.test(path) ? pictureOrders().find((each) => each.path === path) : undefined;
          if (order === undefined) return next();
          response.setHeader('Content-Type', TYPES[extname(path)] ?? '');
          response.end(drawPicture(order));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const drawn = (await drawing) ?? new Map<string, string>();
        moveInto(folder, fileURLToPath(dir));
        for (const [path, hash] of drawn) written.set(path, hash);
        logger.info(`${drawn.size} covers and share pictures`);
      },
    },
  };
}
