import type { Html } from './html.ts';

/** What the desk's server is asked, without sockets, so that tests need none. */
export interface DeskRequest {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface DeskResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What a view hands back: a page, a file, or the way to another page. */
export type Answer =
  | { readonly page: Html; readonly status?: number }
  | { readonly go: string }
  | { readonly file: Uint8Array; readonly name: string; readonly type: string }
  | { readonly photo: Uint8Array; readonly type: 'image/jpeg' | 'image/webp' | 'image/png' }
  | { readonly nothing: true };

/** On every answer: kept nowhere, framed by nobody, guessed as nothing else. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: with it browsers send `Origin: null` on forms, and the origin could not be checked.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};
const LOCKED_DOWN = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** An answer as HTTP. @param policy the Content-Security-Policy of pages @param base «/<token>/» */
export function respond(answer: Answer, policy: string, base: string): DeskResponse {
  if ('go' in answer) return { status: 303, headers: { ...HEADERS, Location: base + answer.go }, body: '' };
  if ('nothing' in answer) return { status: 204, headers: HEADERS, body: '' };
  if ('photo' in answer) return { status: 200, headers: { ...HEADERS, 'Content-Type': answer.type, 'Content-Security-Policy': LOCKED_DOWN }, body: answer.photo };
  if ('file' in answer) {
    const headers = { ...HEADERS, 'Content-Type': answer.type, 'Content-Disposition': `attachment; filename="${answer.name}"`, 'Content-Security-Policy': LOCKED_DOWN };
    return { status: 200, headers, body: answer.file };
  }
  return { status: answer.status ?? 200, headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, body: answer.page.markup };
}
