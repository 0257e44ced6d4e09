/** Paths that differ between a live site and a build, sorted. */
export interface Differences {
  /** The site sends other bytes than this build has. */
  readonly changed: readonly string[];
  /** The site sends other bytes than its own list says. */
  readonly unlike: readonly string[];
  /** In this build, and not on the site. */
  readonly missing: readonly string[];
  /** On the site's list, and not in this build. */
  readonly added: readonly string[];
}

type Hashes = ReadonlyMap<string, string>;

/** @param ours of this build. @param listed what the site says. @param live what it sends. @param served whether a host serves a path at all. */
export function differences(ours: Hashes, listed: Hashes, live: Hashes, served: (path: string) => boolean): Differences {
  // What no host serves is compared by the list alone.
  const theirs = (path: string): string | undefined => (served(path) ? live.get(path) : listed.get(path));
  const paths = [...ours.keys()].sort();
  return {
    changed: paths.filter((path) => theirs(path) !== undefined && theirs(path) !== ours.get(path)),
    unlike: [...live].filter(([path, hash]) => listed.get(path) !== hash).map(([path]) => path).sort(),
    missing: paths.filter((path) => theirs(path) === undefined),
    added: [...listed.keys()].filter((path) => !ours.has(path)).sort(),
  };
}

const SHOWN = 12;

/** What to tell whoever asked, a line each. `files` is how many this build has. */
export function inWords({ changed, unlike, missing, added }: Differences, files: number): string[] {
  const list = (paths: readonly string[], what: string): string[] =>
    paths.length === 0 ? [] : [`${paths.length} ${what}:`, ...paths.slice(0, SHOWN).map((path) => `  ${path}`), ...(paths.length > SHOWN ? [`  and ${paths.length - SHOWN} more`] : [])];
  const said = [
    ...list(changed, 'not the same as in this build'),
    ...list(unlike, 'not what that site’s own list says (does its host change pages on the way?)'),
    ...list(missing, 'in this build, missing there'),
    ...list(added, 'there, not in this build'),
  ];
  return said.length === 0 ? [`The same: all ${files} files, byte for byte.`] : said;
}
