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
  /** The worst of those typed once; `worst` counts the quicker of two rounds, each with a new index. */
  readonly worstOnce: number;
  /** What was typed where it took longest, with its time. */
  readonly slowest: readonly (readonly [typed: string, ms: number])[];
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
    const { build: made, once, quicker } = await page.evaluate(
      ([many, where, what, typed]) => (globalThis as unknown as { bench: { run(...data: unknown[]): { build: number; once: number[]; quicker: number[] } } }).bench.run(many, where, what, typed),
      [manyRecords(records, entries), places, needs, queries] as const,
    );
    const texts = queries.flatMap((query) => Array.from({ length: query.length }, (_, end) => query.slice(0, end + 1)));
    const slowest = quicker.map((ms, key) => [texts[key] ?? '', ms] as const).sort((a, b) => b[1] - a[1]).slice(0, 5);
    const sorted = [...quicker].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { entries, build: made, typed: quicker.length, median: at(0.5), p95: at(0.95), worst: at(1), worstOnce: Math.max(...once), slowest };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
