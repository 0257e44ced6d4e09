import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The one-way street of the house. Each room lists the rooms it may enter; a room may always use
 * itself. `content` is reached by queries and commands only, and by domain for types.
 */
const MAY_ENTER: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  queries: ['domain'],
  offline: ['domain'],
  components: ['domain', 'offline'],
  layouts: ['components', 'queries', 'domain', 'styles'],
  pages: ['layouts', 'components', 'queries', 'domain', 'build', 'styles'],
  build: ['domain', 'components', 'offline'],
  intake: ['domain'],
  desk: ['domain'],
  commands: ['domain', 'intake', 'desk', 'build'],
  'content.config.ts': ['domain', 'build'],
};

const LESSON =
  'The street runs one way: content -> queries -> pages -> layouts -> components, and everything may use domain. ' +
  'If a component needs data, let its page ask a query and hand it over; if two rooms need one function, it is domain.';

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|astro|mdx|js)$/.test(name) && !name.endsWith('.d.ts'));
}

/** Imports of our own files, as paths from the root; packages are left out. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]/g)) {
    const specifier = match[3] ?? match[4] ?? '';
    const target = specifier.startsWith('#') ? join('src', specifier.slice(1)) : specifier.startsWith('.') ? relative(root, join(root, dirname(file), specifier)) : undefined;
    if (target !== undefined) found.push({ file, target: target.replace(/\?.*$/, ''), typeOnly: match[2] !== undefined });
  }
  return found;
}

const roomOf = (path: string): string => (path.startsWith('src/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''));
const sources = filesBelow('src');
const imports = sources.flatMap(importsOf);

describe('the house', () => {
  it('has only rooms that the plan knows', () => {
    const rooms = new Set(sources.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_ENTER))).toEqual([]);
  });

  it('lets nobody walk against the street', () => {
    const wrong = imports
      .filter(({ file, target }) => target.startsWith('src/') && roomOf(target) !== roomOf(file) && !MAY_ENTER[roomOf(file)]?.includes(roomOf(target)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong, LESSON).toEqual([]);
  });

  it('keeps content for queries and commands', () => {
    const wrong = imports
      .filter(({ file, target }) => target.startsWith('content/') && !['queries', 'commands'].includes(roomOf(file)))
      // `import()` in a type position is how domain names the shape of the Spanish words.
      .filter(({ file }) => file !== 'src/domain/phrases.ts' && !/^src\/domain\/.*phrases\.ts$/.test(file))
      .map(({ file, target }) => `${file} reads ${target}`);
    expect(wrong, 'Only src/queries (and the commands) read content/: add a query and hand the result over.').toEqual([]);
  });

  it('lets only queries, the front desk and pages that render know astro:content', () => {
    const wrong = sources.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const named = /from 'astro:content'/.test(text);
      const onlyRender = /import \{ render \} from 'astro:content'/.test(text) && roomOf(file) === 'pages';
      return named && !onlyRender && roomOf(file) !== 'queries' && file !== 'src/content.config.ts';
    });
    expect(wrong, 'astro:content is read in src/queries; a page may import `render` only (withastro/astro#13724).').toEqual([]);
  });

  it('keeps the workshop pure: no disk, network, clock, chance or page in domain', () => {
    const impure = /from 'node:|from 'astro|\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(|\bdocument\.|\bwindow\.|\blocalStorage\b|\bsessionStorage\b|\bfetch\(\s*['"`]/;
    const wrong = sources.filter((file) => roomOf(file) === 'domain' && impure.test(stripComments(readFileSync(join(root, file), 'utf8'))));
    expect(wrong, 'domain/ takes time, randomness, language and fetch as arguments, so that a test can hold them still.').toEqual([]);
  });

  it('has no circle', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target, typeOnly } of imports) if (!typeOnly) edges.set(file, [...(edges.get(file) ?? []), target]);
    const done = new Set<string>();
    const circle = (file: string, trail: string[]): string[] | undefined => {
      if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const next of edges.get(file) ?? []) {
        const found = circle(next, [...trail, file]);
        if (found !== undefined) return found;
      }
      done.add(file);
      return undefined;
    };
    const circles = sources.map((file) => circle(file, [])).filter((found) => found !== undefined);
    expect(circles.map((found) => found.join(' -> ')), 'Two files that need each other are one noun, or miss a third: move what they share.').toEqual([]);
  });

  it('stores nothing on the phone and asks nobody else', () => {
    const forbidden = /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie/;
    // The one that wipes them has to name them.
    const wrong = sources.filter((file) => file !== 'src/offline/erase.ts' && forbidden.test(stripComments(readFileSync(join(root, file), 'utf8'))));
    expect(wrong, 'Nothing is stored: a borrowed or inspected phone must not tell on its reader.').toEqual([]);
  });
});

function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
