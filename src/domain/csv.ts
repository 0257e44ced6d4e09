/** The columns of a table, in the order in which they first come. */
export function columnsOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/**
 * A table as text (RFC 4180). In: rows, and what stands between two cells: «,» for machines, «;» for
 * Excel in Spanish, which then also wants the byte order mark. Out: the lines, with a head.
 */
export function csv(rows: readonly Readonly<Record<string, unknown>>[], between: ',' | ';' = ','): string {
  const special = between === ';' ? /[",;\r\n]/ : /[",\r\n]/;
  const cell = (value: unknown) => {
    const text = value === undefined || value === null ? '' : String(value);
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const columns = columnsOf(rows);
  return `${[columns, ...rows.map((row) => columns.map((name) => row[name]))].map((line) => line.map(cell).join(between)).join('\r\n')}\r\n`;
}

/** Tells Excel that a text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet runs what begins like a formula; a quote before it makes it text. */
export const noFormula = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);
