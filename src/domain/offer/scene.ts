import { denials } from './denial.ts';
import { spelled, type Normalised, type Token } from './normalise.ts';
import { measure, type Measured } from './quantity.ts';
import { sortFindings, type Findings, type Reader } from './reader.ts';
import { personSpans } from './speakers.ts';

/** One text read: the words of whoever offers, which of them are denied, and what was found in them. */
export interface Scene {
  text: string;
  tokens: readonly Measured[];
  denied: readonly boolean[];
  findings: Findings;
}

/** Reads a text with the signs of its language. `chat`: two people speak, so someone does offer something. */
export function sceneOf(text: string, read: Normalised, { matcher, abbreviations }: Reader): { scene: Scene; chat: boolean } {
  const { tokens, chat } = recruiterOnly(text, measure(spellOut(read.tokens, abbreviations)));
  return { scene: { text, tokens, denied: denials(tokens), findings: sortFindings(matcher.find(tokens)) }, chat };
}

/** In a chat, what the person says is no sign of the offer, except the age they give. */
function recruiterOnly(text: string, tokens: Measured[]): { tokens: Measured[]; chat: boolean } {
  const person = personSpans(text.slice(0, tokens.at(-1)?.end ?? 0));
  if (person.length === 0) return { tokens, chat: false };
  const young = (t: Measured): boolean => t.quantity?.of === 'age' && t.quantity.min < 18;
  return { tokens: tokens.filter((t) => young(t) || !person.some((span) => t.start >= span.start && t.start < span.end)), chat: true };
}

const SLASHED: Readonly<Record<string, string>> = { p: 'para', c: 'con', s: 'sin' };

/** «q», «xq», «wsp» as the words they stand for; «p/», «c/», «s/» too, unless «s/» is money. */
function spellOut(tokens: readonly Token[], abbreviations: Reader['abbreviations']): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const slash = token.kind === 'word' && token.word.length === 1 && tokens[i + 1]?.word === '/';
    const opened = slash ? SLASHED[token.word] : undefined;
    if (opened && !(token.word === 's' && tokens[i + 2]?.kind === 'number')) {
      out.push({ ...token, ...spelled(opened), end: (tokens[++i] as Token).end });
      continue;
    }
    const long = !token.known.short || slash || token.kind !== 'word' ? undefined : abbreviations.get(token.word);
    if (long) for (const word of long) out.push({ ...token, ...spelled(word) });
    else out.push(token);
  }
  return out;
}
