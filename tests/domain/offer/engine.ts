import { readShelf } from '#commands/sign-book.ts';
import { analyse, compileSigns } from '#domain/offer/offer.ts';

/** The engine with the signs of content/, compiled once for these tests. */
export const engine = compileSigns(readShelf().book);
export const check = (text: string) => analyse(text, engine);
export const signsOf = (text: string): string[] => check(text).signs.map((s) => s.id);
