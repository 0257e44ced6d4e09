/** Marks that NFKD splits off a letter: accents, the tilde of ñ, the cedilla. */
const MARKS = /\p{M}+/gu;

/**
 * The form of a text used for matching and searching, never for showing:
 * lower case, without accents, ñ as n, compatibility forms (ﬁ, ｆｕｌｌｗｉｄｔｈ) opened.
 * Folding twice changes nothing. Lengths may change, so offsets of a folded
 * text do not point into the original; `domain/offer/normalise.ts` keeps those.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFKD').replace(MARKS, '');
}

/** Text as it stands inside HTML or SVG, in an element or between double quotes. */
export const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
