/** What Pagefind gives back of one page; its excerpt is text with <mark> around the hits. */
export interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface Hit {
  data(): Promise<Found>;
}

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: Hit[] }>;
}

/** Asks the full texts; the hits' data come one by one, on request. */
export type FullText = (query: string) => Promise<readonly Hit[]>;

/** Loads Pagefind (about 130 kB). Rejects when it can't be had; the caller may try again. */
export async function loadFullText(): Promise<FullText> {
  // A plain address and not a module of ours: Pagefind is written after the build.
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  return async (query) => (await pagefind.search(query)).results;
}
