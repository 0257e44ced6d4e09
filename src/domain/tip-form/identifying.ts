/**
 * Details of a text that could tell who wrote it. It only points; the person decides: a phone
 * number may be the recruiter's and worth keeping. It finds too much rather than too little in
 * digits, and only the plain cases in names.
 */
export const DETAIL_KINDS = ['phone', 'email', 'document', 'first-person', 'name'] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];
export interface Detail {
  readonly kind: DetailKind;
  /** The words as they stand in the text. */
  readonly words: string;
}

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** A run of digits as people write them: spaces, dots, hyphens and brackets between. */
const DIGITS = /(?<![\p{L}\d])\+?\(?\d(?:[\s.()-]{0,2}\d){5,14}(?!\d)/gu;
const DOCUMENT_BEFORE = /(?:dni|d\.n\.i\.?|carn[eé](?: de extranjer[ií]a)?|pasaporte|c[eé]dula|ptp|cpp|ruc|passport|id(?: card)?)[\s:.#nNº°]*$/iu;
/** «mi hermana», «soy la cocinera», «donde trabajo», "my sister", "I work". «Trabajo» alone is what they offer. */
const LINK = String.raw`(?:\s+(?:en|de|la|el|una?|con|at|in|the|an?|as|for))*`;
const FIRST_PERSON = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:mi|mis|my)|(?:soy|yo|me\s+llamo|me\s+dicen|vivo|trabaj[eé]|(?:donde|que|yo)\s+(?:trabajo|estudio|vivo)|i\s+am|i['’]m|my\s+name\s+is|i\s+work(?:ed)?|i\s+live)${LINK})\s+\p{L}+`,
  'giu',
);
/** Two capitalised words or more in a row. */
const NAME = /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:\s+(?:de\s+(?:la|los|las)\s+|del?\s+)?\p{Lu}\p{Ll}+)+/gu;
/** Words that begin the name of a place or a business, not of a person. */
const PLACES = /^(?:av|avenida|jr|jir[oó]n|calle|pasaje|plaza|parque|puerto|puente|san|santa|santo|villa|nuevo|nueva|aguas|cerro|r[ií]o|lago|playa|la|el|las|los|hotel|hostal|bar|restaurante|empresa|transportes|terminal|mercado|grifo|colegio|iglesia|madre|mesa|l[ií]nea|ministerio|facebook|whatsapp|telegram|instagram|tiktok)$/iu;

function kindOfDigits(text: string, at: number, written: string): DetailKind | null {
  const digits = written.replaceAll(/\D/g, '');
  if (DOCUMENT_BEFORE.test(text.slice(Math.max(0, at - 28), at))) return 'document';
  // A day such as 12-03-2026 or 2026-03-12, and a year beside one, are no number of a person.
  if (/^\d{1,2}[-.\s]\d{1,2}[-.\s]\d{2,4}$|^\d{4}[-.]\d{1,2}[-.]\d{1,2}$|^\d{4}\s*-\s*\d{4}$/.test(written.trim())) return null;
  if (written.startsWith('+') || digits.length >= 9) return 'phone';
  if (digits.length === 8) return 'document';
  return digits.length >= 6 ? 'phone' : null;
}

/**
 * Finds the details, each once, in the order of the text.
 * @param places names of places that look like names of people («Madre de Dios»); compared without case
 */
export function identifyingDetails(text: string, places: readonly string[] = []): Detail[] {
  const known = new Set(places.map((place) => place.toLowerCase()));
  const found: (Detail & { at: number })[] = [];
  const add = (kind: DetailKind, words: string, at: number): void => {
    const same = found.some((each) => each.words.toLowerCase() === words.toLowerCase() || (at >= each.at && at < each.at + each.words.length));
    if (!same) found.push({ kind, words, at });
  };
  for (const match of text.matchAll(EMAIL)) add('email', match[0], match.index);
  for (const match of text.matchAll(DIGITS)) {
    const kind = kindOfDigits(text, match.index, match[0]);
    if (kind !== null) add(kind, match[0].trim(), match.index);
  }
  for (const match of text.matchAll(FIRST_PERSON)) add('first-person', match[0].replaceAll(/\s+/g, ' '), match.index);
  for (const match of text.matchAll(NAME)) {
    // «Salen del Terminal Plaza Norte»: the first capital may only begin the sentence.
    const [first = '', second = ''] = match[0].split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
    if (!PLACES.test(first) && !PLACES.test(second) && !known.has(match[0].toLowerCase())) add('name', match[0].replaceAll(/\s+/g, ' '), match.index);
  }
  return found.sort((a, b) => a.at - b.at).map(({ kind, words }) => ({ kind, words }));
}
