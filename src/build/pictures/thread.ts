import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sha256 } from '../hash-list.ts';
import { drawPicture } from './draw.ts';
import { pictureOrders } from './orders.ts';

/** Path below the site's root → SHA-256, of each picture. */
export type Drawn = ReadonlyMap<string, string>;

/** Draws every picture into the folder that it is given, and tells the hash of each. An error ends the thread and reaches the build. */
const folder = workerData as string;
for (const place of ['portadas', 'compartir']) mkdirSync(join(folder, place), { recursive: true });
const drawn = new Map<string, string>();
for (const order of pictureOrders()) {
  const bytes = Buffer.from(drawPicture(order));
  writeFileSync(join(folder, order.path), bytes);
  drawn.set(order.path, sha256(bytes));
}
parentPort?.postMessage(drawn satisfies Drawn);
