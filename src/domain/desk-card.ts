import type { PrintedNumber } from '#domain/campaign/number.ts';
import type { Source } from '#domain/source.ts';

/** A sentence of the card with the numbers of its sources in the card's list. */
export interface MarkedItem {
  readonly name?: string;
  readonly says: string;
  readonly marks: readonly number[];
}

/** The desk card, ready to print: sentences with their marks, numbers as the directory has them, sources in the order of their first mark. */
export interface DeskCard {
  readonly say: readonly MarkedItem[];
  readonly blocks: readonly { readonly title: string; readonly items: readonly MarkedItem[] }[];
  readonly steps: readonly MarkedItem[];
  /** Whom to call, and within what time. */
  readonly calls: readonly (PrintedNumber & { readonly when: string })[];
  readonly sources: readonly Source[];
}
