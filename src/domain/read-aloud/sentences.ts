/** Where a sentence stands in a text: from `start` up to `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Sentences of a Spanish text, without the spaces around them. A sentence ends at . ! ? … (and what closes
 * after it) before a space and a capital or an opening mark; so «7 p. m.», «S/ 1,130» and «D.S. 007» stay whole.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const part = text.slice(start, end);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') spans.push({ start: start + lead, end: start + part.trimEnd().length });
    start = end;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?…][»"”)]*(?=\s+[¿¡«"“(A-ZÁÉÍÓÚÑ])/gu)) add(index + mark.length);
  add(text.length);
  return spans;
}
