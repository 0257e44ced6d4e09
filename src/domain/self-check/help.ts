/** What a help id of a self-check leads to, ready to be printed. */
export type ResolvedHelp =
  /** Someone near: nothing to press. */
  | { readonly id: string; readonly kind: 'person'; readonly label: string }
  /** A line that may be called from here; `href` is a `tel:` address. */
  | { readonly id: string; readonly kind: 'line'; readonly label: string; readonly about: string; readonly href: string }
  /** A page of this site. */
  | { readonly id: string; readonly kind: 'page'; readonly label: string; readonly href: string };

/** The part of a published directory entry that help needs. */
export interface HelpService {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** `href` is undefined where a press would reach nobody. */
  readonly phones: readonly { readonly href: string | undefined; readonly number: string }[];
}

/** Everything that a help id may name. */
export interface HelpBook {
  readonly people: Readonly<Record<string, string>>;
  /** The few numbers that may stand outside the directory, with what they are for. */
  readonly lines: Readonly<Record<string, { readonly number: string; readonly about: string }>>;
  /** Pages by address, with their names. */
  readonly pages: Readonly<Record<string, string>>;
  /** Published services by id. */
  readonly services: ReadonlyMap<string, HelpService>;
}

/**
 * Finds what a help id names. A service that is no line of the book leads to its own page of the
 * directory, where its number stands with its date and doubts; its number is never repeated here.
 * Throws a sentence that names the file and the mend when the id leads nowhere.
 */
export function resolveHelp(id: string, book: HelpBook, file: string): ResolvedHelp {
  const person = book.people[id];
  if (person !== undefined) return { id, kind: 'person', label: person };
  if (id.startsWith('/')) {
    const label = book.pages[id];
    if (label === undefined) throw new Error(`${file}: the help «${id}» is no page of the site; use the address of an article, or one of «pages» in content/interface/es/self-check.json.`);
    return { id, kind: 'page', label, href: id };
  }
  const service = book.services.get(id);
  if (service === undefined) throw new Error(`${file}: the help «${id}» is neither a published service of content/services nor a person of content/interface/es/self-check.json; correct the id.`);
  const line = book.lines[id];
  if (line === undefined) return { id, kind: 'page', label: service.name, href: service.href };
  const [phone] = service.phones;
  if (phone?.href === undefined || !line.number.startsWith(phone.number)) throw new Error(`${file}: «${id}» is printed as ${line.number}, but the directory has ${phone?.number ?? 'no number'}; correct content/interface/es/self-check.json.`);
  return { id, kind: 'line', label: line.number, about: line.about, href: phone.href };
}
