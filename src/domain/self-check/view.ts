import type { Source } from '#domain/source.ts';
import type { ResolvedHelp } from './help.ts';
import type { Item, SelfCheck } from './self-check.ts';
import type { Spoken } from './summary.ts';

/** The words around the questions: content/interface/<language>/self-check.json. */
export type { SelfCheckPhrases } from '#domain/phrases.ts';

export interface OptionView {
  readonly answer: Spoken;
  readonly feedback: string;
  readonly step: string;
  readonly ask: string | undefined;
  readonly help: readonly ResolvedHelp[];
  readonly sources: readonly Source[];
}

export interface ItemView extends Pick<Item, 'id' | 'topic' | 'label' | 'question' | 'marks'> {
  readonly options: readonly OptionView[];
}

/** A self-check with everything that a page prints: help and sources resolved, in order. */
export interface SelfCheckView extends Omit<SelfCheck, 'items' | 'help'> {
  readonly id: string;
  readonly items: readonly ItemView[];
  readonly help: readonly ResolvedHelp[];
  /** Every source cited, once. */
  readonly sources: readonly Source[];
}
