import { fill } from '#domain/phrases.ts';
import { oneLine } from './one-line.ts';

/** One step of the verify walk as it stands. */
export interface CheckedStep {
  readonly title: string;
  /** The day in words on which it was ticked; `null` while it is not. */
  readonly day: string | null;
  /** What the person wrote down; may be empty. */
  readonly note: string;
}

export interface CheckedWords {
  readonly title: string;
  /** Has the place {day}. */
  readonly on: string;
  readonly pending: string;
}

/** «Lo que dice la SUNAT. Revisado el 24 de noviembre de 2026. Activo.», or that it is still to do. */
export function checkedLine({ title, day, note }: CheckedStep, words: CheckedWords): string {
  const said = oneLine(note, 300);
  return [title, day === null ? words.pending : fill(words.on, { day }), said].filter((part) => part !== '').join(' · ');
}

/** The whole summary as text to copy: what was looked at and when, and what is still to do. */
export function checkedText(steps: readonly CheckedStep[], words: CheckedWords): string {
  return [words.title, ...steps.map((step) => `${step.day === null ? '☐' : '☑'} ${checkedLine(step, words)}`)].join('\n');
}

/**
 * The calendar day where the person is, as a UTC midnight for `dayInWords`: at nine in the evening
 * in Lima it is already tomorrow in UTC.
 */
export function localDay(now: Date): Date {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}
