import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Family } from '../domain/poster/family.ts';
import type { Drawn, Order } from './picture-thread.ts';

interface Waiting {
  readonly done: (png: Uint8Array<ArrayBuffer>) => void;
  readonly failed: (error: Error) => void;
}

let thread: Worker | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

function settle(drawn: Drawn): void {
  const { done, failed } = waiting.get(drawn.id) ?? {};
  waiting.delete(drawn.id);
  if ('png' in drawn) done?.(drawn.png);
  else failed?.(new Error(drawn.fault));
  // An idle thread must not keep the build from ending.
  if (waiting.size === 0) thread?.unref();
}

function start(): Worker {
  // From the project's folder: this file itself is bundled elsewhere while pages are built.
  const started = new Worker(resolve('src/build/picture-thread.ts'));
  started.on('message', settle);
  started.on('error', (error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  });
  return started;
}

/**
 * Draws a share picture in a thread of its own, so that pages are written meanwhile: 4 ms a picture on the other core.
 * Ask early, await late. The same bytes as `sharePicture`; rejects with its sentence where that throws.
 */
export function drawAside(words: string, family: Family, foot: string): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= start();
  thread.ref();
  const id = (orders += 1);
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    thread?.postMessage({ id, words, family, foot } satisfies Order);
  });
}
