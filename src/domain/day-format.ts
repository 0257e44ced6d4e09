const formats = new Map<string, Intl.DateTimeFormat>();

/** How a language writes days, in UTC. Made once for each way of writing: making one takes longer than a hundred days written. */
export function dayFormat(languageTag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([languageTag, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(languageTag, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}
