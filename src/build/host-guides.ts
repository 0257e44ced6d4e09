import { ASK_FIRST, NO_STORE, type HeaderRule } from './headers.ts';

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
const everywhere = (rules: readonly HeaderRule[]) => rules.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);
const caching = (rules: readonly HeaderRule[]) => rules.flatMap(({ path, headers }) => headers.filter(([name]) => name === 'Cache-Control').map(([, value]) => ({ path, value })));

/** Types beside text/html that shrink when they are compressed, by the names that servers give them. */
const SHRINK = 'text/css text/javascript application/javascript application/json image/svg+xml text/xml application/xml text/plain application/manifest+json';

/**
 * The same rules for Caddy: a snippet for inside a site block, after `root`. Caddy throws the headers away when it
 * answers with an error, so they are said again there; a file that is missing must never be kept like one that is there.
 */
export function caddySnippet(rules: readonly HeaderRule[]): string {
  const kept = caching(rules);
  const secret = kept.filter(({ value }) => value === NO_STORE);
  const others = (of: readonly { readonly path: string }[]): string => (of.length === 0 ? 'path *' : `not path ${of.map(({ path }) => path).join(' ')}`);
  const common = ['encode zstd gzip', 'header {', ...everywhere(rules).map(([name, value]) => `  ${name} ${quoted(value)}`), '  -Server', '}'];
  return [
    ...common,
    `@rest ${others(kept)}`,
    `header @rest Cache-Control ${quoted(ASK_FIRST)}`,
    ...kept.map(({ path, value }) => `header ${path} Cache-Control ${quoted(value)}`),
    // Its own list does not know this type.
    '@manifest path *.webmanifest',
    'header @manifest Content-Type application/manifest+json',
    '@hidden path /_headers',
    'error @hidden 404',
    'handle_errors {',
    ...[
      ...common,
      // A name of its own: Caddy reads all matchers of a site together.
      `@missing ${others(secret)}`,
      `header @missing Cache-Control ${quoted(ASK_FIRST)}`,
      ...secret.map(({ path, value }) => `header ${path} Cache-Control ${quoted(value)}`),
      'rewrite * /404.html',
      'file_server',
    ].map((line) => `  ${line}`),
    '}',
    'file_server',
    '',
  ].join('\n');
}

/**
 * The same rules for nginx. The caching stands in a `map` (goes into `http`), because an `add_header`
 * inside a `location` throws away all those of the server. Checked with the nginx of Debian 12.
 */
export function nginxSnippet(rules: readonly HeaderRule[]): string {
  const escaped = (path: string): string => path.replace(/\*$/, '').replaceAll(/[.]/g, '\\.');
  const kept = caching(rules);
  const lines = (of: typeof kept): string[] => of.map(({ path, value }) => `  ~^${escaped(path)} ${quoted(value)};`);
  return [
    '# inside http { }',
    '# What is missing is answered by /404.html: never kept like what is there, never kept at all where nothing is.',
    'map $request_uri $how_long_missing {',
    `  default ${quoted(ASK_FIRST)};`,
    ...lines(kept.filter(({ value }) => value === NO_STORE)),
    '}',
    'map $uri $how_long {',
    `  default ${quoted(ASK_FIRST)};`,
    '  /404.html $how_long_missing;',
    ...lines(kept),
    '}',
    '',
    '# inside server { }, after root',
    'server_tokens off;',
    '# Who read what is nobody\'s business: no line a request, and no address in the log of errors.',
    'access_log off;',
    'error_log /var/log/nginx/error.log crit;',
    ...everywhere(rules).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    'add_header Cache-Control $how_long always;',
    'charset utf-8;',
    `charset_types ${SHRINK};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_comp_level 6;',
    `gzip_types ${SHRINK};`,
    '# With ngx_brotli (Debian: libnginx-mod-http-brotli-filter), a twentieth smaller:',
    '# brotli on;',
    '# brotli_comp_level 6;',
    `# brotli_types ${SHRINK};`,
    'index index.html;',
    "# A path without its slash is sent on by path alone: behind TLS or an onion, nginx doesn't know its own name and port.",
    'absolute_redirect off;',
    'error_page 403 404 =404 /404.html;',
    'location = /_headers { return 404; }',
    "# nginx's own list does not know this type.",
    'location ~ \\.webmanifest$ { default_type application/manifest+json; try_files $uri =404; }',
    'location / { try_files $uri $uri/ =404; }',
    '',
  ].join('\n');
}
