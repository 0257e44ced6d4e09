/** What the page says of one reassuring fact. */
export interface ReassuringWords {
  readonly id: string;
  readonly name: string;
  readonly check: string;
}

/** Makes an element with properties and children. Strings become text, never HTML: what a person pasted stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], 'dataset'>> & { dataset?: Readonly<Record<string, string>> } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  const { dataset, ...rest } = properties;
  Object.assign(made, rest);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}
