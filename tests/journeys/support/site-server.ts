import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../../src/commands/static-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

/** Serves the built site for the journeys on a free port of this machine, and stops it after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('The journeys walk the built site: run `npm run build` first, or `npm test`, which does.');
  const server = await serveFolder('dist', 0);
  project.provide('site', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => new Promise((resolve) => server.close(() => resolve()));
}
