import type { SearchBox } from '../bench-pages-search.ts';
import type { PlainArticle } from './articles.ts';

/** A peer that answers on loopback. */
export interface Stand {
  /** Address of the article that is measured. */
  readonly article: string;
  /** Address of the page where a reader begins to search, and how. */
  readonly search: { readonly url: string; readonly box: SearchBox };
  close(): Promise<void>;
}

export interface PeerWork {
  /** The peer's own folder in the cache; made. */
  readonly home: string;
  readonly articles: readonly PlainArticle[];
  /** The folder that holds our covers. */
  readonly pictures: string;
  /** The article that is measured. */
  readonly slug: string;
}

/** A way to make a site: set up (or found set up), built and served. Throws, in a sentence, when it can't be. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  stand(work: PeerWork): Promise<Stand>;
}

/** A peer that can't be set up here; the sentence says what is missing. */
export class Missing extends Error {}
