/** Markup that is already safe, as text. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Props = Readonly<Record<string, unknown>>;
export type Component = (props: Props) => Html;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>'"]/g, (sign) => ENTITIES[sign] ?? sign);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** What stands inside an element: text is escaped, markup stays, lists are joined, nothing is nothing. */
export function inside(children: unknown): string {
  if (children instanceof Html) return children.text;
  if (Array.isArray(children)) return children.map(inside).join('');
  return children === undefined || children === null || typeof children === 'boolean' ? '' : escaped(String(children));
}

const attribute = ([name, value]: readonly [string, unknown]): string => {
  if (value === undefined || value === null || value === false) return '';
  return value === true || value === '' ? ` ${name}` : ` ${name}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
};

/** The function that compiled MDX calls for each element: writes markup at once, as Astro would later. */
export function element(type: string | Component, { children, ...attributes }: Props): Html {
  if (typeof type === 'function') return type({ ...attributes, children });
  const open = `<${type}${Object.entries(attributes).map(attribute).join('')}>`;
  return new Html(VOID.has(type) ? open : `${open}${inside(children)}</${type}>`);
}

export const Fragment: Component = ({ children }) => new Html(inside(children));

/** A stretch without components, which the compiler (`optimize`) has written as markup already. */
export const StaticMarkup: Component = ({ 'set:html': markup }) => new Html(String(markup));
