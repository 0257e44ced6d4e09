import type { AstroConfig } from 'astro';
import { glob, type Loader } from 'astro/loaders';
import { proseComponents } from './components.ts';
import { element, Fragment, inside, StaticMarkup } from './html.ts';

/** What of Astro's kinds of files the loader needs (internal to Astro, as integrations for Markdown use it). */
type EntryTypes = ReadonlyMap<string, object>;
interface RenderInput {
  readonly body: string;
  readonly filePath: string;
}

const IMPORT = /^import \{[^}]*\} from "astro\/jsx-runtime";$/m;

/** Turns MDX into markup. Throws where the text is no MDX, or uses what a text may not. */
async function proseWriter(config: AstroConfig): Promise<(input: RenderInput) => Promise<string>> {
  const { processor } = config.markdown;
  const renderer = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: true, srcDir: config.srcDir });
  if (renderer === undefined) throw new Error('markdown.processor in astro.config.mjs cannot read MDX.');
  return async ({ body, filePath }) => {
    const { code } = await renderer.process(body, filePath, {});
    // The compiler writes a module of one import and a few exports; its body is all we need.
    const page = new Function('_jsx', '_jsxs', '_Fragment', `${code.replace(IMPORT, '').replaceAll(/^export (?:default )?/gm, '')}\nreturn MDXContent;`)(element, element, Fragment) as (props: object) => unknown;
    return inside(page({ components: { ...proseComponents, Fragment: StaticMarkup } }));
  };
}

/**
 * Loads a folder of MDX and writes its markup once, while it loads. Astro's own way makes a module of each file and
 * bundles it: some 15 ms an article, where this takes two. Stops the build on a file that cannot be written.
 */
export function prose(base: string, pattern: string): Loader {
  const files = glob({ base, pattern });
  return {
    name: 'sin-trampa:prose',
    load: async (context) => {
      const known = (context as typeof context & { entryTypes: EntryTypes }).entryTypes;
      const write = await proseWriter(context.config);
      const failed: string[] = [];
      const render = async (input: RenderInput): Promise<{ html: string }> => {
        try {
          return { html: await write(input) };
        } catch (error) {
          // Astro would only log it and print an article without its text.
          failed.push(`${input.filePath}: ${error instanceof Error ? error.message : String(error)}`);
          throw error;
        }
      };
      const entryTypes = new Map(known).set('.mdx', { ...known.get('.mdx'), getRenderFunction: async () => render });
      await files.load({ ...context, entryTypes } as typeof context);
      if (failed.length > 0) throw new Error(failed.join('\n'));
    },
  };
}
