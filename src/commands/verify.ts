/**
 * `npm run verify -- https://example.pe [folder]`: whether a live site is, byte for byte, what this copy of the
 * code builds. Reads the site's list of hashes, compares it with the built folder (dist), then fetches every file
 * and hashes it, because a list may say what it likes. Ends with 1 when anything differs.
 */
import { existsSync } from 'node:fs';
import { HASH_LIST, hashFolder, parseHashList, sha256, type HashList } from '#build/hash-list.ts';
import { inTurns } from '#build/in-turns.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { differences, inWords } from './verify-words.ts';

/** A page is asked for as readers ask for it: hosts redirect from index.html. `_headers` is read by hosts and not served. */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');
const SERVED = (path: string): boolean => path !== '_headers';

/** Compares; says each step with `say`. Returns whether everything is the same. Throws a sentence when the site or the build can't be read. */
export async function verify(site: string, folder: string, say: (line: string) => void): Promise<boolean> {
  if (!existsSync(join(folder, HASH_LIST))) throw new Error(`There is no built site in ${folder}/: run \`npm run build\` first.`);
  const base = site.endsWith('/') ? site : `${site}/`;
  const answer = await fetch(new URL(HASH_LIST, base)).catch((error: unknown) => {
    throw new Error(`${base} does not answer: ${String((error as Error).cause ?? error)}`);
  });
  if (!answer.ok) throw new Error(`${base}${HASH_LIST} answers ${answer.status}: that site publishes no list of hashes.`);
  let theirs: HashList;
  try {
    theirs = parseHashList(await answer.text());
  } catch (error) {
    throw new Error(`${base}${HASH_LIST} is no list of hashes. ${(error as Error).message}`);
  }
  const { day } = parseHashList(await readFile(join(folder, HASH_LIST), 'utf8'));
  const ours = await hashFolder(folder);
  if (day !== theirs.day) say(`That site was built for ${theirs.day}, this folder for ${day}. Build again with BUILD_DAY=${theirs.day} npm run build, and compare once more.`);
  const live = new Map<string, string>();
  await inTurns([...theirs.hashes.keys()].filter(SERVED), async (path) => {
    const file = await fetch(new URL(addressOf(path), base)).catch(() => undefined);
    // The page for what is missing is served with 404 everywhere else; at its own address some hosts say so too.
    if (file !== undefined && (file.ok || path === '404.html')) live.set(path, sha256(new Uint8Array(await file.arrayBuffer())));
  }, 6);
  const found = differences(ours, theirs.hashes, live, SERVED);
  for (const line of inWords(found, ours.size)) say(line);
  return Object.values(found).every((list) => list.length === 0);
}

if (import.meta.main) {
  const [site, folder = 'dist'] = process.argv.slice(2);
  if (site === undefined || !URL.canParse(site)) {
    console.error('Say which site: npm run verify -- https://example.pe');
    process.exitCode = 2;
  } else {
    try {
      process.exitCode = (await verify(site, folder, (line) => console.log(line))) ? 0 : 1;
    } catch (error) {
      console.error((error as Error).message);
      process.exitCode = 2;
    }
  }
}
