import type { AstroUserConfig } from 'astro';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { squeeze } from '../components/frame/squeeze.ts';

/** `sha256-…` as a content security policy wants it. */
const hash = (text: string): `sha256-${string}` => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * The content security policy of every page: nothing from anywhere, but this site's own files and
 * the inline blocks whose hashes stand in it. Astro adds the hashes of what it inlines itself; the
 * head script is ours to hash.
 */
export const policy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ],
  scriptDirective: {
    resources: ["'self'"],
    hashes: [hash(squeeze(readFileSync(new URL('../components/frame/guard.js', import.meta.url), 'utf8')))],
  },
} satisfies Exclude<NonNullable<AstroUserConfig['security']>['csp'], boolean | undefined>;
