import { hash } from 'node:crypto';

/** A content security policy as directive → sources, in the order it is written. */
export type Policy = Map<string, string[]>;

const META = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/i;

export function parsePolicy(text: string): Policy {
  return new Map(
    text
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([name]) => name !== undefined && name !== '')
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

export const printPolicy = (policy: Policy): string => [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join(';');

/** A block's hash as a source of a policy. */
export const sourceOf = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/** What stands between the tags of a page's inline blocks; data blocks (JSON) are no script. */
export function inlineBlocks(html: string, tag: 'script' | 'style'): string[] {
  const [opening, closing] = [new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>`, 'g'), `</${tag}>`];
  const blocks: string[] = [];
  while (opening.exec(html) !== null) {
    const end = html.indexOf(closing, opening.lastIndex);
    if (end === -1) break;
    blocks.push(html.slice(opening.lastIndex, end));
    opening.lastIndex = end;
  }
  return blocks;
}

/**
 * One page with a policy of its own: Astro writes the hashes of every style and script of the whole site
 * into every page (1.6 kB that do not compress); a page needs those of its own blocks.
 * Returns the page and its policy. Throws when the page has no policy.
 */
export function leanPage(html: string): { html: string; policy: Policy } {
  const found = META.exec(html);
  if (found === null) throw new Error('A page was built without a policy.');
  const policy = parsePolicy(found[2] ?? '');
  for (const [directive, tag] of [['script-src', 'script'], ['style-src', 'style']] as const) {
    const own = new Set(inlineBlocks(html, tag).map(sourceOf));
    const allowed = policy.get(directive) ?? [];
    policy.set(directive, allowed.filter((source) => !source.startsWith("'sha256-") || own.has(source)));
  }
  return { html: html.replace(META, (_, before: string, __: string, after: string) => `${before}${printPolicy(policy)}${after}`), policy };
}

/**
 * The one policy that fits every file, for the header: what any page allows, and what a `<meta>` can't say
 * (`frame-ancestors`). Styles are left to the pages: their hashes would weigh on every answer.
 */
export function headerPolicy(pages: Iterable<Policy>): string {
  const all: Policy = new Map();
  for (const policy of pages)
    for (const [name, sources] of policy) {
      if (name === 'style-src') continue;
      const known = all.get(name) ?? [];
      for (const source of sources) if (!known.includes(source)) known.push(source);
      all.set(name, known);
    }
  // Without style-src, default-src 'none' would forbid the styles that each page's own policy vouches for.
  const fallback = all.get('default-src');
  all.delete('default-src');
  if (fallback?.join() === "'none'") for (const name of ['object-src', 'frame-src', 'font-src', 'media-src']) if (!all.has(name)) all.set(name, ["'none'"]);
  all.set('frame-ancestors', ["'none'"]);
  for (const [name, sources] of all) if (sources.length > 1) all.set(name, sources.filter((source) => source !== "'none'").sort());
  return [...all.keys()].sort().map((name) => [name, ...(all.get(name) ?? [])].join(' ')).join('; ');
}
