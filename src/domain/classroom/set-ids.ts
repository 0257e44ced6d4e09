import type { Level } from '../quiz/quiz.ts';

/**
 * The sets that a class code can name, by their place in this list: the six quizzes, and the two halves
 * of the short test. Apart from the schemas, because the browser needs it. New ones go to the end.
 */
export const setIds = ['secundaria-1-2', 'secundaria-3-5', 'superior', 'migrantes', 'familias', 'operadores', 'antes', 'despues'] as const satisfies readonly (Level | 'antes' | 'despues')[];
export type SetId = (typeof setIds)[number];
