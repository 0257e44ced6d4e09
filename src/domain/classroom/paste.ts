import { tidy } from './code.ts';
import { ANSWERS, readResultCode, RESULT_CODE_LENGTH, type ResultCode } from './result-code.ts';
import type { ClassSet } from './class-set.ts';

/** A class that is being counted: its tag and its set. */
export interface CountedClass {
  readonly tag: number;
  readonly set: ClassSet;
}

/** What became of one code: counted for the class at `into`, or why not. */
export type Outcome =
  | { readonly code: string; readonly what: 'counted' | 'repeated'; readonly into: number; readonly answers: readonly number[] }
  | { readonly code: string; readonly what: 'mistyped' | 'other-class' };

/** The codes in a text: one a line, or with spaces, commas or semicolons between them; `05000 7CQZW` is one. */
export function codesIn(text: string): string[] {
  return text.split(/[\n\r,;\t]+/).flatMap((line) => {
    const tokens = line.trim().split(/\s+/).filter((token) => tidy(token) !== '');
    if (tidy(line).length === RESULT_CODE_LENGTH) return [tidy(line)];
    const found: string[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const [token = '', next = ''] = [tidy(tokens[i] ?? ''), tidy(tokens[i + 1] ?? '')];
      const halves = token.length < RESULT_CODE_LENGTH && token.length + next.length === RESULT_CODE_LENGTH;
      found.push(halves ? token + next : token);
      if (halves) i += 1;
    }
    return found;
  });
}

/** Whether each answer names an option that its item has. */
const fits = ({ answers }: ResultCode, { items }: ClassSet): boolean => answers.every((answer, i) => (i < Math.min(items.length, ANSWERS) ? answer < (items[i]?.options ?? 0) : answer === 0));

/** Reads every code of a text. `seen` holds the codes counted before; a code that stands twice in the text is repeated too. */
export function readPaste(text: string, classes: readonly CountedClass[], seen: ReadonlySet<string>): Outcome[] {
  const known = new Set(seen);
  return codesIn(text).map((code): Outcome => {
    const read = readResultCode(code);
    if (read === undefined) return { code, what: 'mistyped' };
    const into = classes.findIndex(({ tag }) => tag === read.tag);
    const set = classes[into]?.set;
    if (set === undefined) return { code, what: 'other-class' };
    if (!fits(read, set)) return { code, what: 'mistyped' };
    const what = known.has(code) ? 'repeated' : 'counted';
    known.add(code);
    return { code, what, into, answers: read.answers.slice(0, set.items.length) };
  });
}
