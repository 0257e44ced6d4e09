import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Where the scripts of the copy lie: from-folder.ts finds the root one step above itself. */
export const SCRIPTS = 'partes/';
export const FIRST = `${SCRIPTS}desde-carpeta.js`;

const NO_TEXTS = 'export const init = async () => {}; export const search = async () => ({ results: [] });';

/**
 * What a folder has no use for: Vite's hints for what to fetch next, and Pagefind, which fetches its index
 * in pieces. The instant search stays and finds titles, needs, places and services.
 */
const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /preload-helper/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), namespace: 'hints' }));
    onLoad({ filter: /.*/, namespace: 'hints' }, async ({ path }) => {
      const [, name] = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(await readFile(path, 'utf8')) ?? [];
      if (name === undefined) throw new Error(`${path}: expected one export, the helper that loads a script on request.`);
      return { contents: `const load = (get) => get(); export { load as ${name} };` };
    });
    onResolve({ filter: /^\/pagefind\// }, ({ path }) => ({ path, namespace: 'texts' }));
    onLoad({ filter: /.*/, namespace: 'texts' }, () => ({ contents: NO_TEXTS }));
  },
};

async function classic(entry: string, site: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'es2020', write: false, plugins: [standIns],
    // Nothing registers itself from a folder; and what a tool says about «this page» names the site, not a disk.
    define: { 'navigator.serviceWorker': 'undefined', 'location.origin': JSON.stringify(site) },
  });
  return outputFiles[0]?.text ?? '';
}

/** A built module script (`/_astro/….js`) with all that it imports, now or on request, as one plain script: file:// forbids modules. */
export const classicScript = (folder: string, address: string, site: string): Promise<string> => classic(join(folder, address), site);

/** The script that comes first on each page with tools. */
export const firstScript = (site: string): Promise<string> => classic(fileURLToPath(new URL('../../offline/from-folder.ts', import.meta.url)), site);

/** Data as a script that hands itself to `fetch` of from-folder.ts. */
export const dataScript = (address: string, json: string): string => `copyHolds(${JSON.stringify(address)},${json.trim()})`;
