import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { loadDirectory } from './directory-files.ts';
import type { SearchRecord } from '#domain/service/search-index.ts';

export interface Keystrokes {
  readonly entries: number;
  readonly build: number;
  readonly typed: number;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** As many records as asked: the real ones, then copies in which every name carries words of its own, so that the vocabulary grows too. */
export function manyRecords(records: readonly SearchRecord[], entries: number): SearchRecord[] {
  const syllables = ['ca', 'ru', 'mo', 'ti', 'le', 'sa', 'pu', 'ni', 'cho', 'ya', 'qui', 'gua', 'tor', 'ben', 'lla', 'hua'];
  const invented = (seed: number) => Array.from({ length: 3 }, (_, at) => syllables[(seed * 7 + at * 5 + Math.floor(seed / (3 + at))) % syllables.length]).join('') + syllables[seed % syllables.length];
  return Array.from({ length: entries }, (_, at) => {
    const record = records[at % records.length] as SearchRecord;
    return at < records.length ? record : { ...record, id: `${record.id}-${at}`, name: `${record.name} ${invented(at)} ${invented(at * 3 + 1)}` };
  });
}

/** Types every query letter by letter in Chromium slowed down `slower` times, and times each search (ms). */
export async function keystrokes(queries: readonly string[], entries: number, slower: number): Promise<Keystrokes> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-directory-'));
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '#domain': join(process.cwd(), 'src/domain') } },
      build: { outDir: folder, lib: { entry: 'src/commands/bench-entry.ts', formats: ['iife'], name: 'bench', fileName: () => 'bench.js' }, minify: true },
    });
    const { records, places, needs } = loadDirectory();
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await page.addScriptTag({ content: readFileSync(join(folder, 'bench.js'), 'utf8') });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const [made, times] = await page.evaluate(
      ([many, where, what, typed]) => (globalThis as unknown as { bench: { run(...data: unknown[]): [number, number[]] } }).bench.run(many, where, what, typed),
      [manyRecords(records, entries), places, needs, queries] as const,
    );
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { entries, build: made, typed: times.length, median: at(0.5), p95: at(0.95), worst: at(1) };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
