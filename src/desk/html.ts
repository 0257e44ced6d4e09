/** Markup that is safe to print. Everything else is text, and is escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text as markup, for between tags and inside quoted attributes. Signs that turn the direction of
 * writing round are shown as «·»: with them a text can look like another one.
 */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '·');

/** A template that escapes whatever is put into it, unless `html` made it. Attributes must be in quotes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((part, i) => part + (i < pieces.length ? print(pieces[i]) : '')).join(''));
}

function print(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (Array.isArray(piece)) return piece.map(print).join('');
  return escape(String(piece as string | number));
}
