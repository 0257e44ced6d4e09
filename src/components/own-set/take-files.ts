import { gift } from '#domain/quiz/gift.ts';
import type { TakenSet } from '#domain/quiz/quiz.ts';
import { singleFile } from '#domain/quiz/single-file.ts';
import { quizTable } from '#domain/quiz/table.ts';
import type { OwnSetData } from './data.ts';

export type Kind = 'html' | 'gift' | 'csv';

/** A teacher's set in one of the forms that the build makes for the ready sets. Loaded on request. */
export function takeFile(kind: Kind, set: TakenSet, { page, table }: OwnSetData['takeAlong'], origin: string): { readonly text: string; readonly type: string } {
  if (kind === 'gift') return { text: gift(set), type: 'text/plain' };
  if (kind === 'csv') return { text: quizTable(set, table), type: 'text/csv' };
  return { text: singleFile(set, { ...page, origin }), type: 'text/html' };
}
