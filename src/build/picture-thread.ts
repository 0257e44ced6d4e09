import { parentPort } from 'node:worker_threads';
import type { Family } from '../domain/poster/family.ts';
import { sharePicture } from './share-picture.ts';

export interface Order {
  readonly id: number;
  readonly words: string;
  readonly family: Family;
  readonly foot: string;
}
export type Drawn = { readonly id: number; readonly png: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly fault: string };

/** The other side of picture-hand.ts: draws what it is told, one after another. */
parentPort?.on('message', ({ id, words, family, foot }: Order) => {
  let drawn: Drawn;
  try {
    drawn = { id, png: new Uint8Array(sharePicture(words, family, foot)) };
  } catch (error) {
    drawn = { id, fault: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(drawn);
});
