import type { Plugin } from 'vite';

const STAND_INS: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
};

/**
 * In the browser the tools run React's API on Preact: about 10 kB instead of 58 (shared/house.md).
 * Islands are `client:only`, so no page hydrates one library's markup with the other's.
 */
export function reactByPreact(): Plugin {
  return {
    name: 'sin-trampa:react-by-preact',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    async resolveId(id, importer, options) {
      const standIn = STAND_INS[id];
      return standIn === undefined ? null : this.resolve(standIn, importer, { ...options, skipSelf: true });
    },
  };
}
