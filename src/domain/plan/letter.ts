import { fill } from '#domain/phrases.ts';

/** What the message to a trusted person is made of. */
export interface LetterParts {
  /** The level in words, never a verdict on the person or the employer. */
  readonly level: string;
  /** True when a person to call must stand in it. */
  readonly call: boolean;
  /** Names of the signs, heaviest first. */
  readonly signs: readonly string[];
  /** The questions that the offer leaves open. */
  readonly questions: readonly string[];
  /** The offer itself; `null` unless the person ticked it. */
  readonly offer: string | null;
  /** True when the offer came to somebody else. */
  readonly forOther: boolean;
  /** Address of the checker, so that the other can look too. */
  readonly address: string;
}

export interface LetterWords {
  readonly opening: string;
  readonly openingOther: string;
  readonly level: string;
  readonly signs: string;
  readonly questions: string;
  readonly offer: string;
  readonly call: string;
  readonly closing: string;
  readonly cut: string;
}

/** A WhatsApp link holds about this much; a longer offer is cut, and says so. */
const OFFER_MOST = 1200;

/** The message to a trusted person, as plain text: result in words, signs and open questions. */
export function letter({ level, call, signs, questions, offer, forOther, address }: LetterParts, words: LetterWords): string {
  const parts = [`${forOther ? words.openingOther : words.opening} ${fill(words.level, { level })}`];
  if (signs.length > 0) parts.push([words.signs, ...signs.map((name) => `- ${name}`)].join('\n'));
  if (questions.length > 0) parts.push([words.questions, ...questions.map((text) => `- ${text}`)].join('\n'));
  if (offer !== null && offer.trim() !== '') {
    const letters = [...offer.trim()];
    parts.push(`${words.offer}\n${letters.length > OFFER_MOST ? `${letters.slice(0, OFFER_MOST).join('')} ${words.cut}` : letters.join('')}`);
  }
  if (call) parts.push(words.call);
  if (!forOther) parts.push(words.closing);
  parts.push(address);
  return parts.join('\n\n');
}

/** The address that opens WhatsApp with the message, the receiver still to choose. */
export const whatsappAddress = (message: string): string => `https://wa.me/?text=${encodeURIComponent(message)}`;
