import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headersOf, parseHeaders, printHeaders, siteHeaders } from '#build/headers.ts';
import { caddySnippet, nginxSnippet } from '#build/host-guides.ts';
import { headerPolicy, leanPage, parsePolicy } from '#build/site-policy.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const rules = siteHeaders("script-src 'self'; frame-ancestors 'none'");

describe('the headers of the site', () => {
  it('stand on every answer, and forbid being framed and telling where a reader came from', () => {
    for (const path of ['/', '/articulos/', '/portadas/x.svg', '/no-existe']) {
      const headers = headersOf(rules, path);
      expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({ 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Opener-Policy': 'same-origin' });
      expect(headers['Permissions-Policy']).toContain('microphone=()');
    }
  });

  it('let a phone keep hashed files for good, and nothing of the tip form', () => {
    expect(headersOf(rules, '/_astro/x.abc.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/denuncia/', '/denuncia/respuesta/', '/en/denuncia/']) expect(headersOf(rules, path)['Cache-Control']).toBe('no-store');
  });

  it('never name one header twice for a path: hosts would join the two', () => {
    for (const path of ['/', '/_astro/a.js', '/denuncia/', '/en/denuncia/respuesta/'])
      for (const name of ['Cache-Control', 'Content-Security-Policy']) expect(headersOf(rules, path)[name]?.match(/no-store|immutable|frame-ancestors/g)?.length ?? 0, path).toBeLessThanOrEqual(1);
  });

  it('come back from their file as they went, and a broken line is named', () => {
    expect(parseHeaders(printHeaders(rules))).toEqual(rules);
    expect(() => parseHeaders('/*\n  no header here\n')).toThrow('no header here');
    expect(() => parseHeaders('  X-Early: 1\n')).toThrow('X-Early');
  });

  it('say the same to Caddy and nginx', () => {
    for (const { headers } of rules) for (const [name, value] of headers) for (const snippet of [caddySnippet(rules), nginxSnippet(rules)]) {
      expect(snippet).toContain(value);
      expect(snippet).toContain(name);
    }
    // An add_header inside a location throws away all those of the server.
    expect(nginxSnippet(rules)).not.toMatch(/^location[^}]*add_header/m);
  });

  it('stand on what is missing too, where Caddy drops them, and a missing file is not kept for a year', () => {
    const [, missing = ''] = /handle_errors \{\n([\s\S]*?)\n\}/.exec(caddySnippet(rules)) ?? [];
    for (const [name, value] of rules.find(({ path }) => path === '/*')?.headers ?? []) expect(missing).toContain(`${name} "${value}"`);
    expect(missing).toContain('-Server');
    expect(missing).toContain('header /denuncia/* Cache-Control "no-store"');
    expect(missing).toContain('header @missing Cache-Control "no-cache"');
    expect(missing).not.toContain('immutable');
    const [, inNginx = ''] = /map \$request_uri \$how_long_missing \{\n([^}]*)\}/.exec(nginxSnippet(rules)) ?? [];
    expect(inNginx).toContain('~^/denuncia/ "no-store"');
    expect(inNginx).not.toContain('immutable');
  });

  it('let nginx write down nobody, send a reader on by path alone, and compress scripts under its own name for them', () => {
    const snippet = nginxSnippet(rules);
    expect(snippet).toContain('\naccess_log off;');
    expect(snippet).toContain('\nabsolute_redirect off;');
    expect(snippet).toMatch(/^gzip_types .*application\/javascript/m);
    expect(snippet).toMatch(/^error_page 403 404 =404 \/404\.html;/m);
  });
});

describe('the policy of a page', () => {
  const page = (policy: string): string => `<html><head><meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script>go()</script><script type="module" src="/_astro/a.js"></script></head></html>`;

  it('keeps the hashes of its own blocks alone, and everything else', () => {
    const own = [hash('a{}'), hash('go()')];
    const { html, policy } = leanPage(page(`default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${hash('other()')} ${own[1]}; style-src 'self' ${own[0]} ${hash('b{}')}`));
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", own[1]]);
    expect(policy.get('style-src')).toEqual(["'self'", own[0]]);
    expect(html).toContain(`style-src 'self' ${own[0]}"`);
    expect(html).toContain('<style>a{}</style>');
  });

  it('must exist', () => {
    expect(() => leanPage('<html></html>')).toThrow('without a policy');
  });

  it('is no stricter in the header than any page needs, and leaves styles to the pages', () => {
    const policy = parsePolicy(headerPolicy([parsePolicy("default-src 'none'; script-src 'self' 'sha256-a'; connect-src 'self'; style-src 'sha256-s'"), parsePolicy("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://avisos.example.pe")]));
    expect(policy.get('script-src')).toEqual(["'self'", "'sha256-a'", "'wasm-unsafe-eval'"]);
    expect(policy.get('connect-src')).toEqual(["'self'", 'https://avisos.example.pe']);
    expect(policy.has('style-src')).toBe(false);
    expect(policy.has('default-src')).toBe(false);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
  });
});
