import type { AstroIntegration } from 'astro';

/**
 * Several last steps of a build as one, at the same time: Pagefind works in a process of its own while packs are
 * weighed in threads. Only for steps that read none of each other's files.
 */
export function sideBySide(...steps: readonly AstroIntegration[]): AstroIntegration {
  return {
    name: 'sin-trampa:side-by-side',
    hooks: {
      'astro:build:done': async (options) => {
        await Promise.all(steps.map(({ name, hooks }) => hooks['astro:build:done']?.({ ...options, logger: options.logger.fork(name) })));
      },
    },
  };
}
