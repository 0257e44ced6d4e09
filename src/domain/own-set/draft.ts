import { LIMITS, type OwnItem } from './own-set.ts';
import { lengthOf, oneLine, someLines } from './plain-text.ts';

/** A question as it stands in the form: anything may be missing. */
export interface Draft {
  readonly scene: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly feedback: string }[];
  readonly right: number | undefined;
}

/** A part of the form: `text` and `feedback` are those of the option at `option`. */
export type Part = 'scene' | 'question' | 'text' | 'feedback' | 'right';

/** What is wrong with one part. `over` counts the characters too many; `like` is the earlier option that says the same. */
export interface Fault {
  readonly part: Part;
  readonly option?: number;
  readonly what: 'empty' | 'long' | 'same' | 'no-right' | 'right-empty';
  readonly over?: number;
  readonly like?: number;
}

/** Every fault of a draft, in the order of the form. Options after the last one with words in it don't count; two are the fewest. */
function faultsOf({ scene, question, options, right }: Draft): Fault[] {
  const long = (part: Part, text: string, limit: number, option?: number): Fault[] =>
    lengthOf(text) > limit ? [{ part, what: 'long', over: lengthOf(text) - limit, ...(option === undefined ? {} : { option }) }] : [];
  const needed = (part: 'question' | 'text' | 'feedback', text: string, limit: number, option?: number): Fault[] =>
    text === '' ? [{ part, what: 'empty', ...(option === undefined ? {} : { option }) }] : long(part, text, limit, option);
  const said = options.map(({ text }) => text.toLocaleLowerCase('es'));
  return [
    ...long('scene', scene, LIMITS.scene),
    ...needed('question', question, LIMITS.question),
    ...options.flatMap(({ text, feedback }, option): Fault[] => {
      const like = said.indexOf(said[option] ?? '');
      const same: Fault[] = text !== '' && like < option ? [{ part: 'text', what: 'same', option, like }] : [];
      return [...needed('text', text, LIMITS.option, option), ...same, ...needed('feedback', feedback, LIMITS.feedback, option)];
    }),
    ...(right === undefined ? [{ part: 'right', what: 'no-right' } as const] : right >= options.length ? [{ part: 'right', what: 'right-empty', option: right } as const] : []),
  ];
}

/** The question that a draft makes, its texts tidied; or everything that is wrong with it. */
export function checkDraft(draft: Draft): { readonly item: OwnItem } | { readonly faults: readonly Fault[] } {
  const written = draft.options.slice(0, LIMITS.options).map(({ text, feedback }) => ({ text: oneLine(text), feedback: oneLine(feedback) }));
  const used = Math.max(LIMITS.fewest, written.findLastIndex(({ text, feedback }) => text !== '' || feedback !== '') + 1);
  const options = Array.from({ length: used }, (_, i) => written[i] ?? { text: '', feedback: '' });
  const [scene, question] = [someLines(draft.scene), oneLine(draft.question)];
  const faults = faultsOf({ scene, question, options, right: draft.right });
  if (faults.length > 0 || draft.right === undefined) return { faults };
  return { item: { ...(scene === '' ? {} : { scene }), question, options, right: draft.right } };
}
