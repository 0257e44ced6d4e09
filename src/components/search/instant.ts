import { unpackInstant, type InstantData, type InstantRow } from '#domain/search/instant-data.ts';
import { buildInstant, searchInstant } from '#domain/search/instant-search.ts';

/** Answers a question at once, best first. */
export type Instant = (question: string) => InstantRow[];

/** Fetches the one small file and makes it ready. Rejects when it can't be had; the caller may try again. */
export async function loadInstant(address: string): Promise<Instant> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const index = buildInstant(unpackInstant((await answer.json()) as InstantData));
  return (question) => searchInstant(index, question);
}
