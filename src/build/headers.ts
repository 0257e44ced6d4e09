/**
 * The headers that a host sends with the site, in the `_headers` form that Netlify, Cloudflare Pages
 * and others read. `npm start` reads the same file, and `npm run headers` prints it for Caddy and nginx,
 * so that there is one truth. Hosts join a header that two rules name; so each stands in one rule a path.
 */
export interface HeaderRule {
  /** A path, or the start of paths when it ends with `*`. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export const NO_STORE = 'no-store';
export const FOREVER = 'public, max-age=31536000, immutable';
/** What a host sends where no rule says otherwise: keep it, but ask each time whether it changed. */
export const ASK_FIRST = 'no-cache';

/**
 * The rules of a built site. `policy` is what one policy for all files can say (build/site-policy.ts);
 * each page's own `<meta>` is stricter and holds the hashes of its style and script.
 */
export function siteHeaders(policy: string): HeaderRule[] {
  return [
    {
      path: '/*',
      headers: [
        ['Content-Security-Policy', policy],
        ['Referrer-Policy', 'no-referrer'],
        ['Permissions-Policy', 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), display-capture=()'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    // Their names change with their bytes.
    { path: '/_astro/*', headers: [['Cache-Control', FOREVER]] },
    // A borrowed phone keeps nothing of the tip form, not even that it was open.
    { path: '/denuncia/*', headers: [['Cache-Control', NO_STORE]] },
    { path: '/en/denuncia/*', headers: [['Cache-Control', NO_STORE]] },
  ];
}

/** The file `_headers`. */
export function printHeaders(rules: readonly HeaderRule[]): string {
  return rules.map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`).join('\n');
}

/** Reads a `_headers` file back. Throws a sentence on a line that is neither a path nor a header. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name === undefined || value === undefined || rule === undefined) throw new Error(`_headers: «${line}» is neither a path nor a header below one.`);
    rule.headers.push([name, value]);
  }
  return rules;
}

/** The headers of one path, as a host answers it; joined with a comma where two rules name one. */
export function headersOf(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of rules) {
    const fits = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (fits) for (const [name, value] of rule.headers) found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}
