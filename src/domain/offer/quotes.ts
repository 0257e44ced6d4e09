import type { Measured } from './quantity.ts';

/** Words of the text that show a sign. `text.slice(start, end) === quote`, always. */
export interface Quote {
  quote: string;
  start: number;
  end: number;
}

/** Tokens `from` to `to`, the last not included. */
export interface Range {
  from: number;
  to: number;
}

/** At most this many marks a sign: the rest says nothing new. */
const MOST_QUOTES = 4;

/** The words of these ranges as they stand in the text, from left to right, joined where they overlap. */
export function quotesOf(text: string, tokens: readonly Measured[], ranges: readonly Range[]): Quote[] {
  const quotes: Quote[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const start = (tokens[from] as Measured).start;
    const end = Math.max((tokens[to - 1] as Measured).end, start);
    const last = quotes.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.quote = text.slice(last.start, last.end);
    } else if (quotes.length < MOST_QUOTES) quotes.push({ quote: text.slice(start, end), start, end });
  }
  return quotes;
}
