/** A value in a row: both engines give numbers, texts, bytes and null. */
export type Value = number | string | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/** One statement in a running transaction, with `$1 … $n`, the notation both engines read. */
export type Sql = (text: string, ...values: Value[]) => Promise<Row[]>;

/**
 * A database engine. The SQL is the same text on both; only types differ by name, so the
 * schema writes BYTES, WHOLE and a table's ENDING, and each driver puts its own word there.
 */
export interface Driver {
  readonly engine: 'sqlite' | 'postgres';
  /** Runs `work` in a transaction. Resolved means: committed, and on disk. Rejected means: rolled back, or unknown. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Bytes that the database takes. */
  size(): Promise<number>;
  /** Makes sure that deleted rows are gone from the disk too, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export const number = (row: Row | undefined, column: string): number => Number(row?.[column] ?? 0);
export const text = (row: Row, column: string): string => String(row[column]);
export const bytes = (row: Row, column: string): Uint8Array => {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`${column} is not bytes`);
  return new Uint8Array(value);
};
export const hourOrNull = (row: Row, column: string): number | null => (row[column] === null ? null : Number(row[column]));

/** `($1, $2), ($3, $4)` for `rows` rows of `columns` columns. */
export const places = (rows: number, columns: number): string =>
  Array.from({ length: rows }, (_, r) => `(${Array.from({ length: columns }, (__, c) => `$${r * columns + c + 1}`).join(', ')})`).join(', ');
