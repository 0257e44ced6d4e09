import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { HASH_LIST, hashFolder, parseHashList, printHashList } from '#build/hash-list.ts';
import { serveFolder } from '../../src/commands/static-server.ts';
import { verify } from '../../src/commands/verify.ts';

const servers: Server[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  folders.push(folder);
  return folder;
}

/** A built site in a temporary folder, with its list. */
async function built(pages: Readonly<Record<string, string>>, day = '2026-11-28'): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.well-known'));
  mkdirSync(join(folder, 'ayuda'));
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, HASH_LIST), printHashList({ day, hashes: await hashFolder(folder) }));
  return folder;
}

async function online(folder: string): Promise<string> {
  const server = await serveFolder(folder, 0);
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function said(site: string, folder: string): Promise<{ same: boolean; text: string }> {
  const lines: string[] = [];
  const same = await verify(site, folder, (line) => lines.push(line));
  return { same, text: lines.join('\n') };
}

const PAGES = { 'index.html': 'inicio', 'ayuda/index.html': 'líneas', '404.html': 'no está', '_headers': '/*\n  X-Content-Type-Options: nosniff\n' };

it('says so when a live site is this build, byte for byte', async () => {
  const answer = await said(await online(await built(PAGES)), await built(PAGES));
  expect(answer).toEqual({ same: true, text: 'The same: all 4 files, byte for byte.' });
});

it('names a page that somebody changed on the way, though the list still looks right', async () => {
  const folder = await built(PAGES);
  writeFileSync(join(folder, 'ayuda/index.html'), 'llama a otro número');
  const { same, text } = await said(await online(folder), await built(PAGES));
  expect(same).toBe(false);
  expect(text).toContain('not what that site’s own list says');
  expect(text).toContain('  ayuda/index.html');
});

it('names what is missing there and what was added, and headers that no visitor can fetch', async () => {
  const { same, text } = await said(await online(await built({ 'index.html': 'inicio', 'extra.js': 'otro', '_headers': '/*\n  X-Frame-Options: DENY\n' })), await built(PAGES));
  expect(same).toBe(false);
  expect(text).toMatch(/1 not the same as in this build:\n {2}_headers/);
  expect(text).toMatch(/2 in this build, missing there:\n {2}404\.html\n {2}ayuda\/index\.html/);
  expect(text).toMatch(/1 there, not in this build:\n {2}extra\.js/);
});

it('asks for a build of the same day before it blames anybody', async () => {
  const { text } = await said(await online(await built(PAGES, '2026-10-01')), await built(PAGES));
  expect(text).toContain('BUILD_DAY=2026-10-01 npm run build');
});

it('answers in a sentence when the site is away, publishes no list, or there is no build here', async () => {
  const folder = await built(PAGES);
  await expect(verify('http://127.0.0.1:9/', folder, () => undefined)).rejects.toThrow('does not answer');
  const bare = temporaryFolder();
  writeFileSync(join(bare, '404.html'), 'no');
  await expect(verify(await online(bare), folder, () => undefined)).rejects.toThrow('answers 404: that site publishes no list');
  await expect(verify('http://127.0.0.1:9/', bare, () => undefined)).rejects.toThrow('npm run build');
  expect(() => parseHashList('<!doctype html>')).toThrow('does not begin with');
});

it('prints a list that comes back the same, sorted, fit for sha256sum', async () => {
  const folder = await built({ 'b.txt': '2', 'a.txt': '1' });
  const hashes = await hashFolder(folder);
  const text = printHashList({ day: '2026-11-28', hashes });
  expect(text.split('\n')[1]).toBe('6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a.txt');
  expect(parseHashList(text)).toEqual({ day: '2026-11-28', hashes });
});
