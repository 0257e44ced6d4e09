import { ASK_FIRST, type HeaderRule } from './headers.ts';

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
const everywhere = (rules: readonly HeaderRule[]) => rules.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);
const caching = (rules: readonly HeaderRule[]) => rules.flatMap(({ path, headers }) => headers.filter(([name]) => name === 'Cache-Control').map(([, value]) => ({ path, value })));

/** The same rules for Caddy: a snippet for inside a site block, after `root`. */
export function caddySnippet(rules: readonly HeaderRule[]): string {
  const kept = caching(rules);
  return [
    'encode zstd gzip',
    'header {',
    ...everywhere(rules).map(([name, value]) => `  ${name} ${quoted(value)}`),
    '  -Server',
    '}',
    `@rest not path ${kept.map(({ path }) => path).join(' ')}`,
    `header @rest Cache-Control ${quoted(ASK_FIRST)}`,
    ...kept.map(({ path, value }) => `header ${path} Cache-Control ${quoted(value)}`),
    '@hidden path /_headers',
    'respond @hidden 404',
    'handle_errors {',
    '  rewrite * /404.html',
    '  file_server',
    '}',
    'file_server',
    '',
  ].join('\n');
}

/**
 * The same rules for nginx. The caching stands in a `map` (goes into `http`), because an `add_header`
 * inside a `location` throws away all those of the server.
 */
export function nginxSnippet(rules: readonly HeaderRule[]): string {
  const escaped = (path: string): string => path.replace(/\*$/, '').replaceAll(/[.]/g, '\\.');
  return [
    '# inside http { }',
    'map $uri $how_long {',
    `  default ${quoted(ASK_FIRST)};`,
    ...caching(rules).map(({ path, value }) => `  ~^${escaped(path)} ${quoted(value)};`),
    '}',
    '',
    '# inside server { }, after root',
    'server_tokens off;',
    ...everywhere(rules).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    'add_header Cache-Control $how_long always;',
    'gzip on;',
    'gzip_types text/css text/javascript application/json image/svg+xml application/xml text/plain application/manifest+json;',
    '# with ngx_brotli: brotli on; brotli_types as above;',
    'index index.html;',
    'error_page 404 /404.html;',
    'location = /_headers { return 404; }',
    '# The letterbox and the pages about it leave no line in a log.',
    'location ~ ^/(en/)?denuncia/ { access_log off; try_files $uri $uri/ =404; }',
    'location / { try_files $uri $uri/ =404; }',
    '',
  ].join('\n');
}
