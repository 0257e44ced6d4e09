/** Every element that fits, in the order of the page. */
export const all = (within: ParentNode, selector: string): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)];

/** The one element that fits. Throws when the page lacks it: a script and its page belong together. */
export function one<Kind extends HTMLElement = HTMLElement>(within: ParentNode, selector: string): Kind {
  const found = within.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A fresh copy of the first element of `<template data-part=name>`. */
export function part(within: ParentNode, name: string): HTMLElement {
  const { content } = one<HTMLTemplateElement>(within, `template[data-part=${name}]`);
  return (content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
}

/** Writes texts into the places of an element: `{ question: '…' }` goes into `[data-into=question]`. */
export function write(within: ParentNode, texts: Readonly<Record<string, string>>): void {
  for (const [place, text] of Object.entries(texts)) one(within, `[data-into="${place}"]`).textContent = text;
}

/** The data that the page handed to its script. */
export const dataOf = <Data>(within: ParentNode): Data => JSON.parse(one(within, 'script[type="application/json"]').textContent ?? '') as Data;
