import type { Opened, Trouble } from '#domain/own-set/wire.ts';
import { isOwn } from '#domain/own-set/own-set.ts';
import { fill } from '#domain/phrases.ts';
import type { OwnSetData } from './data.ts';

type Words = Pick<OwnSetData['words'], 'said' | 'trouble'>;
const MOST_NAMED = 10;

function paragraph(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text });
}

function list(names: readonly string[], nameless: string): HTMLElement {
  const made = document.createElement('ul');
  const more = names.length > MOST_NAMED ? ['…'] : [];
  made.append(...[...names.slice(0, MOST_NAMED), ...more].map((name) => Object.assign(document.createElement('li'), { textContent: name === '' ? nameless : name })));
  return made;
}

/** What a teacher reads after a set came in: how many questions, whose they are, and what stayed out. `replaced` says that another set made room. */
export function openedNotice({ set, unknown, faulty }: Opened, { said }: Words, replaced: boolean): HTMLElement[] {
  const out = (names: readonly string[], sentence: string): HTMLElement[] => (names.length === 0 ? [] : [paragraph(fill(sentence, { n: names.length })), list(names, said.nameless)]);
  return [
    paragraph([fill(said.opened, { n: set.entries.length }), ...(replaced ? [said.openedUndo] : [])].join(' ')),
    ...(set.entries.some(isOwn) ? [paragraph(said.fromOther)] : []),
    ...out(unknown, said.unknown),
    ...out(faulty, said.faulty),
  ];
}

/** Why a link or a file could not be opened. */
export const troubleNotice = (from: 'link' | 'file', what: Trouble, { trouble }: Words, kept: boolean): HTMLElement[] => [paragraph([trouble[from][what], ...(kept ? [trouble.kept] : [])].join(' '))];
