import { element, Html, inside, type Component } from './html.ts';

/**
 * What a text may use besides Markdown: the mark after a fact, an invented message as a chat bubble, a quiet boxed note.
 * Styled in prose.css. `Fuente` and `Aviso` have twins in src/components/prose, for what is no MDX (a test holds them
 * together).
 */
export const proseComponents: Readonly<Record<string, Component>> = {
  Fuente: ({ n }) => element('sup', { class: 'mark', children: element('a', { href: `#fuente-${n}`, children: n }) }),
  Mensaje: ({ children }) => new Html(`<blockquote class="bubble">${inside(children)}</blockquote>`),
  Aviso: ({ children }) => new Html(`<div class="note flow">${inside(children)}</div>`),
};
