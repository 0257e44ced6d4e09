type Entry = { readonly id: string };

/**
 * Checks that a parsed YAML document is a list of entries with an id each, no id twice.
 * Returns it; throws a sentence that names the file and the mend.
 */
export function uniqueEntries(parsed: unknown, path: string): (Entry & Record<string, unknown>)[] {
  if (!Array.isArray(parsed)) throw new Error(`${path}: this file must be a list; start each entry with «- id: …».`);
  const seen = new Set<string>();
  for (const entry of parsed as unknown[]) {
    const id = (entry as Partial<Entry> | null)?.id;
    if (typeof id !== 'string' || id === '') throw new Error(`${path}: an entry has no id; add «id: …» as its first line.`);
    if (seen.has(id)) throw new Error(`${path}: the id «${id}» stands twice; keep one entry, or rename the other.`);
    seen.add(id);
  }
  return parsed as (Entry & Record<string, unknown>)[];
}
