/** Runs inside Chromium for bench-keystrokes.ts. */
import type { NeedsData } from '#domain/service/needs.ts';
import type { PlacesData } from '#domain/service/place-index.ts';
import { buildIndex, type SearchRecord } from '#domain/service/search-index.ts';
import { search } from '#domain/service/search.ts';

export function run(records: SearchRecord[], places: PlacesData, needs: NeedsData, queries: string[]): [build: number, times: number[]] {
  const before = performance.now();
  const index = buildIndex(records, places, needs);
  const build = performance.now() - before;
  const times: number[] = [];
  for (const query of queries)
    for (let length = 1; length <= query.length; length += 1) {
      // Twice, the quicker counts: the slower one was another program's turn on a shared machine, not the search.
      let best = Infinity;
      for (let round = 0; round < 2; round += 1) {
        const start = performance.now();
        search(index, query.slice(0, length));
        best = Math.min(best, performance.now() - start);
      }
      times.push(best);
    }
  return [build, times];
}
