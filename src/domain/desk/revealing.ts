import { fold } from '#domain/text.ts';
import type { Tip } from '#domain/tip/tip.ts';

/**
 * What in a reply could tell on the tipster if someone else holds the phone: the receipt opens the
 * replies and never the story, so a reply must not repeat the story.
 */
export type Revealing = 'number' | 'mail' | 'link' | 'quote' | 'place';

const QUOTED_WORDS = 5;
const words = (text: string): string[] => fold(text).split(/[^a-z0-9]+/).filter((word) => word !== '');

/** The kinds found, each once, in a fixed order. Numbers of the help lines (three or four digits) are let through. */
export function revealing(reply: string, tip: Pick<Tip, 'what' | 'where' | 'when' | 'atRisk' | 'how'>): Revealing[] {
  const found: Revealing[] = [];
  if (/\d(?:[\s.-]?\d){5,}/.test(reply)) found.push('number');
  if (/\S@\S+\.\S/.test(reply)) found.push('mail');
  if (/https?:\/\/|www\.|wa\.me/i.test(reply)) found.push('link');
  const mine = words(reply);
  const theirs = ` ${[tip.what, tip.when, tip.atRisk.who, tip.how.words].map((text) => words(text).join(' ')).join(' | ')} `;
  const quotes = mine.some((_, i) => i + QUOTED_WORDS <= mine.length && theirs.includes(` ${mine.slice(i, i + QUOTED_WORDS).join(' ')} `));
  if (quotes) found.push('quote');
  const place = words(tip.where.place).filter((word) => word.length > 4);
  if (place.some((word) => mine.includes(word))) found.push('place');
  return found;
}
