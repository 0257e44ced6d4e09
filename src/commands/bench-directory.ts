/**
 * Measures the directory's search on our own queries (tests/examples/directory/*.yaml):
 * precision of the first five and mean reciprocal rank, by sort of query; and milliseconds a keystroke in
 * Chromium at a sixth of this machine's speed, over 3,000 made-up services.
 *
 *   npm run bench:directory            both
 *   npm run bench:directory -- misses  also names every query whose right service is not among the first three
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadDirectory } from './directory-files.ts';
import { keystrokes } from './bench-keystrokes.ts';
import { buildIndex } from '#domain/service/search-index.ts';
import { search } from '#domain/service/search.ts';

interface Query { readonly q: string; readonly right: readonly string[]; readonly sort: string }

const { records, places, needs } = loadDirectory();
const index = buildIndex(records, places, needs);
const files = ['queries', 'strangers', 'fresh'].map((name) => [name, parse(readFileSync(`tests/examples/directory/${name}.yaml`, 'utf8')) as Query[]] as const);
const queries = files.flatMap(([name, list]) => list.map((each) => ({ ...each, sort: `${name} ${each.sort}`, file: name })));
const fits = (id: string, right: readonly string[]) => right.some((each) => (each.endsWith('*') ? id.startsWith(each.slice(0, -1)) : id === each));

const sorts = new Map<string, { n: number; precise: number; rank: number; three: number }>();
for (const { q, right, sort, file } of queries) {
  const ids = search(index, q).hits.map(({ record }) => record.id);
  const exist = records.filter(({ id }) => fits(id, right)).length;
  if (exist === 0) throw new Error(`«${q}» expects ${right.join(', ')}, which is no service.`);
  const first = ids.findIndex((id) => fits(id, right));
  const five = ids.slice(0, 5).filter((id) => fits(id, right)).length / Math.min(5, exist);
  if ((first < 0 || first > 2) && process.argv.includes('misses')) console.log(`  «${q}» wants ${right.join(', ')}; got ${ids.slice(0, 4).join(', ')}`);
  for (const name of [sort, `${file}: all`, 'all']) {
    const so = sorts.get(name) ?? { n: 0, precise: 0, rank: 0, three: 0 };
    sorts.set(name, { n: so.n + 1, precise: so.precise + five, rank: so.rank + (first < 0 ? 0 : 1 / (first + 1)), three: so.three + (first >= 0 && first < 3 ? 1 : 0) });
  }
}
console.log('Precision of the first five (right ones among them, of five or of all there are), mean reciprocal rank, and right one among the first three:');
for (const [name, { n, precise, rank, three }] of sorts) console.log(`${name.padEnd(18)} ${String(n).padStart(4)} queries   P@5 ${(precise / n).toFixed(2)}   MRR ${(rank / n).toFixed(2)}   first three ${((100 * three) / n).toFixed(0)} %`);

if (!process.argv.includes('words')) {
  const { entries, build, median, p95, worst, worstOnce, slowest, typed } = await keystrokes(queries.map(({ q }) => q), 3000, 6);
  console.log(`\nChromium at 6 times slower, ${entries} services: index built in ${build.toFixed(0)} ms; ${typed} keystrokes, median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (limits: 8 and 60; the quicker of two rounds, each with a new index; worst of the first round alone ${worstOnce.toFixed(1)} ms).`);
  console.log(`Longest: ${slowest.map(([text, ms]) => `«${text}» ${ms.toFixed(0)} ms`).join(', ')}`);
}
