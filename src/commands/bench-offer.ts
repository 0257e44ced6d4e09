/**
 * npm run bench:offer
 *
 * What the offer engine costs: offers a second on one core, milliseconds for a
 * 200-word offer (here, and in Chromium slowed six times), kilobytes of engine and
 * signs on the page, and how right it is on the labelled texts.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { analyse, compileSigns } from '#domain/offer/offer.ts';
import { readExamples, scores } from './score-offers.ts';
import { readShelf } from './sign-book.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const EXAMPLES = `${ROOT}tests/examples/offers`;

/** A 200-word offer made of the first work texts. */
function offerOf200Words(texts: readonly string[]): string {
  return texts.join(' ').split(/\s+/).slice(0, 200).join(' ');
}

function bundle(): string {
  const contents = "export { analyse, compileSigns } from '#domain/offer/offer.ts'";
  const built = buildSync({ stdin: { contents, resolveDir: `${ROOT}src/commands` }, bundle: true, minify: true, format: 'iife', globalName: 'offer', write: false });
  return built.outputFiles[0]?.text ?? '';
}

/** As many as the longest file that `npm run revisa` is asked to read. */
const FILE = 100_000;

/** By processor time of all threads, from the first offer on; so that a busy machine changes the answer little. */
function throughput(texts: readonly string[]): number {
  const engine = compileSigns(readShelf().book);
  const started = process.cpuUsage();
  let done = 0;
  while (done < FILE) {
    for (const text of texts) analyse(text, engine);
    done += texts.length;
  }
  const used = process.cpuUsage(started);
  return (done / (used.user + used.system)) * 1e6;
}

function millisecondsHere(text: string): number {
  const engine = compileSigns(readShelf().book);
  const times = Array.from({ length: 60 }, () => {
    const started = performance.now();
    analyse(text, engine);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[30] ?? NaN;
}

/** Pages opened, because one alone says little: what else the machine does weighs six times too. */
const PAGES = 11;
/** The first analyses of a page run while the browser still compiles the engine; the next ones show what the engine costs. */
const [COLD, WARM] = [15, 30] as const;
const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** In a real browser, six times slower than this machine, like a cheap phone; each time on a page that has just loaded. */
async function millisecondsInChromium(script: string, book: string, text: string): Promise<string> {
  if (!existsSync(CHROMIUM)) return 'no Chromium here';
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  try {
    const pages: { ready: number; first: number; next: number[] }[] = [];
    while (pages.length < PAGES) pages.push(await measuredOn(await browser.newPage(), script, book, text));
    const half = (from: number, to?: number): string => middle(pages.map(({ next }) => middle(next.slice(from, to)))).toFixed(1);
    return `first ${middle(pages.map((p) => p.first)).toFixed(1)} ms, median of the first ${COLD} ${half(0, COLD)} ms, of the next ${WARM} ${half(COLD)} ms (compiling the signs once: ${middle(pages.map((p) => p.ready)).toFixed(0)} ms)`;
  } finally {
    await browser.close();
  }
}

async function measuredOn(page: Page, script: string, book: string, text: string): Promise<{ ready: number; first: number; next: number[] }> {
  await page.addScriptTag({ content: script });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const measured = await page.evaluate(
    ([json, offerText, times]) => {
      const { analyse: check, compileSigns: compile } = (globalThis as unknown as { offer: { analyse: typeof analyse; compileSigns: typeof compileSigns } }).offer;
      const begun = performance.now();
      const engine = compile(JSON.parse(json as string));
      check('se busca gente', engine);
      const ready = performance.now() - begun;
      const next: number[] = [];
      // Each text differs a little, so that nothing remembered helps more than it would a person.
      for (let i = 0; i < Number(times); i++) {
        const started = performance.now();
        check(`${offerText} ${i}`, engine);
        next.push(performance.now() - started);
      }
      return { ready, first: next[0] ?? NaN, next };
    },
    [book, text, String(COLD + WARM)],
  );
  await page.close();
  return measured;
}

async function main(): Promise<void> {
  const examples = readExamples([`${EXAMPLES}/work`]);
  const texts = examples.map((e) => e.text);
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length;
  const script = bundle();
  const book = JSON.stringify(readShelf(['es']).book);
  const size = (data: string): string => `${brotliCompressSync(data).length} B brotli, ${gzipSync(data).length} B gzip`;
  console.log(`offers a second, one core: ${throughput(texts).toFixed(0)} (mean ${words.toFixed(0)} words)`);
  console.log(`200 words, here: ${millisecondsHere(offerOf200Words(texts)).toFixed(2)} ms`);
  console.log(`200 words, Chromium at 6× slowdown: ${await millisecondsInChromium(script, book, offerOf200Words(texts))}`);
  const engine = compileSigns(readShelf().book);
  analyse('se busca gente', engine);
  const begun = process.cpuUsage();
  analyse('señorita necesito '.repeat(60_000), engine);
  const used = process.cpuUsage(begun);
  console.log(`1,000,000 characters: ${((used.user + used.system) / 1000).toFixed(0)} ms of processor time`);
  console.log(`engine: ${size(script)}\nsigns (Spanish): ${size(book)}\ntogether: ${size(script + book)}`);
  for (const part of ['work', 'measure']) {
    const judged = readExamples([`${EXAMPLES}/${part}`]).map((example) => {
      const result = analyse(example.text, engine);
      return { example, result, risk: result.level === 'alto' || result.level === 'varias-senales' };
    });
    for (const [name, some] of [['all', judged], ['hard', judged.filter((j) => j.example.difficulty === 'hard')]] as const) {
      const { n, recall, alarms, f1 } = scores(some);
      console.log(`${part}, ${name} (${n}): recall ${recall.toFixed(3)}, false alarms ${alarms.toFixed(3)}, F1 ${f1.toFixed(3)}`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
