import type { ReadyItem } from '#domain/own-set/own-set.ts';
import type { ClassroomPhrases, OwnSetPhrases, TakeAlongPhrases } from '#domain/phrases.ts';

/** What the page hands to the teacher's tool. */
export interface OwnSetData {
  readonly items: readonly ReadyItem[];
  readonly sets: readonly { readonly id: string; readonly title: string }[];
  readonly words: Pick<OwnSetPhrases, 'faults' | 'chosen' | 'said' | 'trouble' | 'play' | 'keep' | 'take' | 'write'> &
    Pick<ClassroomPhrases['set'], 'question' | 'right'> &
    Pick<ClassroomPhrases['hour'], 'some' | 'every'> & { readonly cards: string; readonly kiosk: string };
  readonly takeAlong: Pick<TakeAlongPhrases, 'page' | 'table'>;
}
