import { BYTE_ORDER_MARK, csv, noFormula } from '#domain/csv.ts';
import { wholeQuestion } from './gift.ts';
import type { TakenSet } from './quiz.ts';

/** What such tools take at most; a longer text is cut by them, so it is said. Kahoot's template: 120 and 75 characters. */
export const TOOL_LIMITS = { question: 120, option: 75, seconds: 60 } as const;

/** A set as a table for Excel in Spanish and for quiz tools: one row an item, the right option as a number from 1. `head` names the columns. */
export function quizTable({ items }: Pick<TakenSet, 'items'>, head: { question: string; option: string; seconds: string; right: string; talk: string }): string {
  const rows = items.map((item) => ({
    [head.question]: noFormula(wholeQuestion(item).replaceAll('\n', ' ')),
    ...Object.fromEntries([0, 1, 2, 3].map((i) => [`${head.option} ${i + 1}`, noFormula(item.options[i]?.text ?? '')])),
    [head.seconds]: TOOL_LIMITS.seconds,
    [head.right]: item.right + 1,
    [head.talk]: item.talk ?? '',
  }));
  return BYTE_ORDER_MARK + csv(rows, ';');
}
