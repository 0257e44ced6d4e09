/**
 * All that the letterbox ever writes about itself: an event's name and a count. There is no
 * field for a text, so no address, no content and no error message can slip in.
 */
export interface LogEvent {
  readonly event:
    | 'listening' | 'stopped' | 'store-failed' | 'disk-guard' | 'purged' | 'alerts-sent' | 'alert-failed' | 'alerts-undelivered' | 'tick-failed';
  readonly count?: number;
  /** An error's code, like ECONNREFUSED or 57P01. Never its message. */
  readonly code?: string;
}
export type Log = (event: LogEvent) => void;

/** The code of an error, if it has a plain one. */
export function codeOf(error: unknown): string {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  const word = String(errcode ?? code ?? 'unknown');
  return /^[A-Za-z0-9_]{1,40}$/.test(word) ? word : 'unknown';
}

/** One line of JSON for each event. */
export const logTo = (write: (line: string) => void): Log => (event) => write(`${JSON.stringify(event)}\n`);
