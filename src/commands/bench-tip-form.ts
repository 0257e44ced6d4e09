/**
 * `node src/commands/bench-tip-form.ts [folder]`: what the form weighs, and how long sealing takes on
 * a weak phone. Weighs the scripts of the built /denuncia/ (brotli 11, React's stand-in apart), then
 * seals in a real browser whose processor is slowed six times. Prints; fails when a budget is passed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { serveFolder } from './static-server.ts';

const BUDGET_BYTES = 40 * 1024;
const BUDGET_MS = 1_000;
const folder = process.argv[2] ?? 'dist';
const scripts = join(folder, '_astro');

const brotli = (bytes: Buffer | string): number => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** All scripts that a script reaches: static and dynamic imports, and the worker. */
function reached(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [next] of readFileSync(join(scripts, name), 'utf8').matchAll(/[\w.-]+\.js(?=["'`])/g)) if (readdirSync(scripts).includes(next)) reached(next, seen);
  return seen;
}

function weigh(island: string): number {
  const first = readdirSync(scripts).find((name) => name.startsWith(`${island}.`));
  if (first === undefined) throw new Error(`${island} is not in ${scripts}: build the site first.`);
  const rows = [...reached(first)].map((name) => ({ name, size: brotli(readFileSync(join(scripts, name))), runtime: /^(compat|client|jsx-runtime|preact)/.test(name) }));
  for (const { name, size, runtime } of rows) console.log(`  ${String(size).padStart(7)} B  ${name}${runtime ? '  (React’s stand-in, apart)' : ''}`);
  const sum = rows.filter(({ runtime }) => !runtime).reduce((total, { size }) => total + size, 0);
  console.log(`  ${String(sum).padStart(7)} B  ${island} in all, brotli 11; budget ${BUDGET_BYTES}`);
  return sum;
}

/** What the phone does between «send» and the wire, as one script for the browser. */
const WORK = `
import { deriveKeys } from '#domain/tip/receipt-keys.ts';
import { sealTip } from '#domain/tip/tipster.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
globalThis.prepare = async () => {
  const [desk, national] = await Promise.all([0, 1].map(async () => identityToRecipient(await generateX25519Identity())));
  return { desk, national, list: [desk, national] };
};
globalThis.keys = () => deriveKeys(crypto.getRandomValues(new Uint8Array(10)), 'bench');
globalThis.seal = async (pinned, keys, photoBytes) => {
  const photos = Array.from({ length: photoBytes === 0 ? 0 : photoBytes > 690000 ? 3 : 1 }, (_, i, all) => ({ type: 'image/jpeg', original: false, bytes: new Uint8Array(Math.floor(photoBytes / (photoBytes > 690000 ? 3 : 1))).fill(7) }));
  const words = { practice: true, emergency: false, what: 'x'.repeat(1500), where: { region: 'puno', place: '' }, when: '', atRisk: { now: 'yes', who: '' }, how: { kind: 'saw', words: '' }, language: 'es', photos };
  const start = performance.now();
  await sealTip(words, keys, pinned, crypto.getRandomValues(new Uint8Array(32)));
  return performance.now() - start;
};
`;

async function timeSealing(): Promise<number> {
  const { outputFiles } = await build({ stdin: { contents: WORK, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, minify: true, write: false, format: 'iife', target: 'es2023' });
  const server = await serveFolder(folder, 0);
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/denuncia/`);
    await page.evaluate(outputFiles[0]?.text ?? '');
    const session = await page.context().newCDPSession(page);
    let worst = 0;
    for (const rate of [1, 6]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      for (const [label, bytes] of [['words only, 8 KiB', 0], ['one photo of 400 kB', 400_000], ['three photos, 2 MiB', 1_950_000]] as const) {
        const times = await page.evaluate(async (size) => {
          const bench = globalThis as unknown as { prepare: () => Promise<unknown>; keys: () => Promise<unknown>; seal: (pinned: unknown, keys: unknown, bytes: number) => Promise<number> };
          const pinned = await bench.prepare();
          const before = performance.now();
          const keys = await bench.keys();
          const receipt = performance.now() - before;
          const seals = [];
          for (let round = 0; round < 7; round += 1) seals.push(await bench.seal(pinned, keys, size));
          return { receipt, seals: seals.sort((a, b) => a - b) };
        }, bytes);
        const median = times.seals[3] ?? 0;
        console.log(`  ${rate}x slower  ${label.padEnd(22)} seal ${median.toFixed(0).padStart(5)} ms (median of 7; slowest ${(times.seals.at(-1) ?? 0).toFixed(0)})   receipt's keys ${times.receipt.toFixed(0)} ms`);
        if (rate === 6) worst = Math.max(worst, median);
      }
    }
    return worst;
  } finally {
    await browser.close();
    server.close();
  }
}

console.log('The form’s scripts:');
const size = weigh('TipForm');
console.log('The answers’ page:');
weigh('ReplyReader');
console.log(`The page /denuncia/ itself: ${brotli(readFileSync(join(folder, 'denuncia/index.html')))} B brotli`);
console.log('Sealing, in Chromium:');
const worst = await timeSealing();
const kept = size <= BUDGET_BYTES && worst <= BUDGET_MS;
console.log(kept ? 'Both budgets kept.' : `A budget is passed: ${size} of ${BUDGET_BYTES} B, ${worst.toFixed(0)} of ${BUDGET_MS} ms.`);
process.exitCode = kept ? 0 : 1;
