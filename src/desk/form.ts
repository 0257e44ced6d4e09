/** Bytes of a form: 4,000 letters that each take three bytes and are percent-encoded, and room. */
export const FORM_LIMIT = 131_072;

/** A form as the browser sent it; line ends as texts have them. */
export interface Form {
  /** The field's text without spaces around it; empty when it is missing. */
  text(name: string): string;
  all(name: string): string[];
}

export function readForm(body: Uint8Array): Form {
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const clean = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return { text: (name) => clean(fields.get(name) ?? ''), all: (name) => fields.getAll(name).map(clean) };
}
