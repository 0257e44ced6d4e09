/** Runs inside Chromium for bench-keystrokes.ts. */
import type { NeedsData } from '#domain/service/needs.ts';
import type { PlacesData } from '#domain/service/place-index.ts';
import { buildIndex, type SearchRecord } from '#domain/service/search-index.ts';
import { search } from '#domain/service/search.ts';

/**
 * Types every query once, letter by letter, and times each search (ms). All of it twice, each time with an index of
 * its own, so that nothing is remembered between the two: `quicker` is the shorter time of each keystroke, for what
 * was longer only once was another program's turn on a shared machine.
 */
export function run(records: SearchRecord[], places: PlacesData, needs: NeedsData, queries: string[]): { readonly build: number; readonly once: number[]; readonly quicker: number[] } {
  const builds: number[] = [];
  const rounds = [0, 1].map(() => {
    const before = performance.now();
    const index = buildIndex(records, places, needs);
    builds.push(performance.now() - before);
    // One question first, which no list holds: the browser compiles what it runs for the first time.
    search(index, 'una pregunta cualquiera en ningun sitio');
    return queries.flatMap((query) =>
      Array.from({ length: query.length }, (_, at) => {
        const start = performance.now();
        search(index, query.slice(0, at + 1));
        return performance.now() - start;
      }),
    );
  });
  const [once = [], again = []] = rounds;
  return { build: builds[0] ?? 0, once, quicker: once.map((time, at) => Math.min(time, again[at] ?? time)) };
}
