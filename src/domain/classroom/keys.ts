/** What a key means before a class. Presenter remotes send PageUp and PageDown. */
export type Meaning = { readonly go: 1 | -1 } | { readonly option: number; readonly by: 1 | -1 } | 'clock';

const GO: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

/** `key` as KeyboardEvent names it; a letter or a number counts a card, with Shift it takes one back. Undefined when it means nothing here. */
export function meaningOf(key: string, shift: boolean): Meaning | undefined {
  const go = GO[key];
  if (go !== undefined) return { go };
  if (key.toUpperCase() === 'T') return 'clock';
  if (key.length !== 1) return undefined;
  const option = Math.max('ABCD'.indexOf(key.toUpperCase()), '1234'.indexOf(key));
  return option === -1 ? undefined : { option, by: shift ? -1 : 1 };
}
