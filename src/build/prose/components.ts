import { element, Html, inside, type Component } from './html.ts';

/**
 * What an article may use besides Markdown: the same markup as the components of these names in src/components/prose,
 * which pages use (a test holds them together).
 */
export const proseComponents: Readonly<Record<string, Component>> = {
  Fuente: ({ n }) => element('sup', { class: 'mark', children: element('a', { href: `#fuente-${n}`, children: n }) }),
  Mensaje: ({ children }) => new Html(`<blockquote class="bubble">${inside(children)}</blockquote>`),
  Aviso: ({ children }) => new Html(`<div class="note flow">${inside(children)}</div>`),
};
