/**
 * `npm run build:pack`: the built Spanish site as one .zip of plain files that opens from a folder, without
 * server and without network. Says how many files it has and what it weighs. Whoever publishes puts it where
 * people find it; the site itself doesn't carry it. Another name: `npm run build:pack -- name.zip`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { folderCopy } from '#build/folder-copy/folder.ts';
import { zipOf } from '#build/folder-copy/zip.ts';
import { missingPage } from '#build/packs.ts';
import { dayInWords, fill, type FolderCopyPhrases, type TipPhrases } from '#domain/phrases.ts';

/** All in one folder, so that unpacking strews nothing. */
const TOP = 'sin-trampa/';

const words = <Phrases>(room: string): Phrases => JSON.parse(readFileSync(`content/interface/es/${room}.json`, 'utf8')) as Phrases;

/** The .zip of a built site. Its day is the day that the pages themselves name. */
export async function packSite(dist = 'dist'): Promise<{ zip: Uint8Array; files: ReadonlyMap<string, Uint8Array>; address: string }> {
  const day = /data-day="(\d{4}-\d{2}-\d{2})"/.exec(readFileSync(`${dist}${missingPage}index.html`, 'utf8'))?.[1];
  if (day === undefined) throw new Error(`${dist}${missingPage}index.html names no day: build the site again.`);
  const { name, address } = parse(readFileSync('content/site.yaml', 'utf8')) as { name: string; address: string };
  const copy = words<FolderCopyPhrases>('folder-copy');
  const said = { name, address, day: dayInWords(new Date(`${day}T00:00:00Z`), 'es-PE') };
  const files = new Map([...(await folderCopy(dist, { words: copy, lines: words<TipPhrases>('tip').lines, day: said.day, address }))].map(([file, bytes]) => [TOP + file, bytes]));
  // Windows reads a text file well with a mark at its start and its own line ends.
  files.set(`${TOP}LEEME.txt`, new TextEncoder().encode(`\uFEFF${copy.readMe.map((line) => fill(line, said)).join('\r\n')}\r\n`));
  return { zip: zipOf(files, day), files, address };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync('dist/index.html')) {
    console.error('There is no built site: run `npm run build` first.');
    process.exitCode = 2;
  } else {
    const target = process.argv[2] ?? 'sin-trampa.zip';
    const { zip, files, address } = await packSite();
    writeFileSync(target, zip);
    const raw = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    console.log(`${target}: ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB; unpacked ${(raw / 1e6).toFixed(1)} MB.`);
    if (!address.startsWith('https://')) console.log(`It says that the site is at ${address}: before you hand it out, set the public address in content/site.yaml and build again.`);
  }
}
