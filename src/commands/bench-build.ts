/**
 * `npm run bench:build [100,1000,5000]`: how long a build takes as the library grows. Copies the project into a
 * temporary folder, writes synthetic articles (the longest real one, with words of its own) and builds, from an
 * empty cache each time. Prints seconds, ms per added article by the clock and of processor time (what a busy machine
 * doesn't change as much), and peak memory. Needs GNU time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from './project-copy.ts';

const GOAL_MS = 10;
const GOAL_MB = 2_000;
const sizes = (process.argv[2] ?? '100,1000,5000').split(',').map(Number);
const folder = join(mkdtempSync(join(tmpdir(), 'bench-build-')), 'site');
const articles = join(folder, 'content/articles/es');

/** A real article under another address, with a title and cover words of its own. */
function writeArticle(model: string, n: number): void {
  const number = String(n).padStart(4, '0');
  const text = model
    .replace(/^title: .*$/m, `title: Artículo de prueba número ${number}`)
    .replace(/^cover: .*$/m, `cover: "PRUEBA ${number}"`)
    // Between spaces: addresses and names of sources stay.
    .replaceAll(/ (trabajo|dinero|viaje) /g, (word) => `${word}x${((n * 2_654_435_761) % 99_991).toString(36)} `);
  writeFileSync(join(articles, `prueba-${number}.mdx`), text);
}

interface Cost {
  readonly seconds: number;
  /** Processor time of the build and the processes it started: on two cores, up to twice the seconds. */
  readonly busy: number;
  readonly megabytes: number;
  /** How many programs wanted a core, over the last minute of the build: with more than two, the clock counts others too. */
  readonly load: number;
}

function build(): Cost {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  rmSync(join(folder, '.astro'), { recursive: true, force: true });
  const report = join(folder, '..', 'time.txt');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M %U %S', '-o', report, process.execPath, 'node_modules/astro/bin/astro.mjs', 'build', '--force'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`The build failed:\n${`${stdout}${stderr}`.slice(-2_000)}`);
  const [kilobytes = 0, user = 0, system = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { seconds: (performance.now() - start) / 1_000, busy: user + system, megabytes: kilobytes / 1_024, load: loadavg()[0] ?? 0 };
}

function print(added: number, { seconds, busy, megabytes, load }: Cost, each?: { readonly clock: number; readonly busy: number }): void {
  const more = each === undefined ? '' : `${each.clock.toFixed(1).padStart(6)} ms an article (${each.busy.toFixed(1)} of processor time)`;
  console.log(`  ${String(added).padStart(5)} added  ${seconds.toFixed(1).padStart(7)} s  ${busy.toFixed(1).padStart(7)} s busy  ${megabytes.toFixed(0).padStart(5)} MB  load ${load.toFixed(1).padStart(4)}  ${more}`);
}

const load = loadavg()[0] ?? 0;
copyProject(folder);
try {
  const files = readdirSync(articles).filter((name) => name.endsWith('.mdx'));
  const longest = files.sort((a, b) => statSync(join(articles, b)).size - statSync(join(articles, a)).size)[0] ?? '';
  const model = readFileSync(join(articles, longest), 'utf8');
  const base = build();
  console.log(`Load of the machine before: ${load.toFixed(1)} on ${availableParallelism()} cores`);
  print(0, base);
  let kept = true;
  let written = 0;
  for (const size of sizes) {
    for (; written < size; written += 1) writeArticle(model, written);
    const cost = build();
    const each = { clock: ((cost.seconds - base.seconds) * 1_000) / size, busy: ((cost.busy - base.busy) * 1_000) / size };
    print(size, cost, each);
    if ((size >= 1_000 && each.clock > GOAL_MS) || cost.megabytes > GOAL_MB) kept = false;
  }
  console.log(kept ? `Kept: at most ${GOAL_MS} ms an added article from 1,000 on, under ${GOAL_MB} MB.` : `Missed: at most ${GOAL_MS} ms an added article from 1,000 on, under ${GOAL_MB} MB.`);
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}
