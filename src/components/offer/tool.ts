import type { OfferPhrases } from '#domain/phrases.ts';

/** Words that only a tool needs: they come when the first tool is opened. */
type ToolRoom = 'guided' | 'photo' | 'checked' | 'card' | 'planFields';

/** What /revisa/herramientas.json carries. */
export interface ToolKit extends Pick<OfferPhrases, ToolRoom> {
  /** What reading a photo costs, in megabytes: where the host compresses, and at most. */
  readonly megabytes: { readonly usual: number; readonly most: number };
}

/** The words of an answer, as /revisa/revisor.json carries them: all that stands neither in a tool nor in the page already. */
export type ResultWords = Omit<OfferPhrases, ToolRoom | 'verify' | 'ruc' | 'poster'>;

/** What a tool may ask of the checker. */
export interface Host {
  /** Puts a text into the field, for the person to correct: below what stands there, or in its place when that is `instead`, unchanged. */
  take(text: string, said: string, instead?: string): void;
  /** Analyses what stands in the field. */
  check(): void;
  /** Aborted when everything is wiped: stop what is under way. */
  readonly gone: AbortSignal;
}
