/**
 * `npm run headers -- caddy` or `-- nginx`: the rules of the built site's `_headers` for a server of one's own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseHeaders } from '#build/headers.ts';
import { caddySnippet, nginxSnippet } from '#build/host-guides.ts';

const SNIPPETS = { caddy: caddySnippet, nginx: nginxSnippet } as const;
const asked = process.argv[2] ?? '';

if (!(asked in SNIPPETS)) {
  console.error('Say which server: npm run headers -- caddy, or npm run headers -- nginx. Static hosts read dist/_headers themselves.');
  process.exitCode = 2;
} else if (!existsSync('dist/_headers')) {
  console.error('There is no built site: run `npm run build` first; the policy is read from its pages.');
  process.exitCode = 2;
} else console.log(SNIPPETS[asked as keyof typeof SNIPPETS](parseHeaders(readFileSync('dist/_headers', 'utf8'))));
