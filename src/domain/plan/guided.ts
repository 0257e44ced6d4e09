import { fill } from '#domain/phrases.ts';
import { oneLine } from './one-line.ts';

/** One of the short questions for an offer that came by voice. With options it is ticked, without it is written. */
export interface GuidedQuestion {
  readonly id: string;
  readonly ask: string;
  readonly hint?: string | undefined;
  /** How a written answer enters the text; has the place {answer}. */
  readonly say?: string | undefined;
  /** True when only one option can hold. */
  readonly one?: boolean | undefined;
  readonly options?: readonly { readonly id: string; readonly label: string; readonly say: string }[] | undefined;
}

/** What was written, or the ids of the options that were ticked, by the question's id. */
export type GuidedAnswers = Readonly<Record<string, string | readonly string[]>>;

/**
 * The answers as a text such as a recruiter would write, in the order of the questions, for the
 * engine to analyse and the person to correct. Unanswered questions leave no trace; the result is
 * empty when nothing was answered.
 */
export function composeOffer(questions: readonly GuidedQuestion[], answers: GuidedAnswers): string {
  const sentences = questions.flatMap(({ id, say, options }) => {
    const answer = answers[id] ?? '';
    if (typeof answer !== 'string') return (options ?? []).filter((option) => answer.includes(option.id)).map((option) => option.say);
    const said = oneLine(answer).replace(/[.;,]+$/, '');
    return said === '' || say === undefined ? [] : [fill(say, { answer: said })];
  });
  return sentences.join(' ');
}
