import { NO_REGION } from '../tip/limits.ts';
import type { Photo } from '../tip/tip.ts';
import type { TipWords } from '../tip/tipster.ts';
import type { Draft } from './draft.ts';

/** The draft as a tip, before the receipt and the seal. `practice` is set by whoever knows the letterbox. */
export function tipWords(draft: Draft, language: string, photos: readonly Photo[]): TipWords {
  const { danger, what, region, place, when, riskNow, who, how, howWords } = draft;
  return {
    practice: false,
    emergency: danger === 'yes',
    what: what.trim(),
    where: { region: region === '' ? NO_REGION : region, place: place.trim() },
    when: when.trim(),
    atRisk: { now: riskNow === '' ? 'unknown' : riskNow, who: who.trim() },
    how: { kind: how === '' ? 'other' : how, words: howWords.trim() },
    language,
    photos: [...photos],
  };
}
