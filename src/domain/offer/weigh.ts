import type { Measured } from './quantity.ts';

/**
 * Numbers learned from the labelled texts of tests/examples/offers/work by
 * src/commands/train-offer-words.ts: how much a word, or two in a row, speaks for
 * a risky offer (positive) or an honest one (negative).
 */
export interface WordWeights {
  /** Letters kept of each word (spelled as it sounds). */
  cut: number;
  /** Divide by this to get log-odds. */
  scale: number;
  bias: number;
  /** By weight, the words and pairs that have it, separated by «|»: half the size of one number a word. */
  words: Readonly<Record<string, string>>;
}

/** The weights turned around, to look words up. */
export function openWeights({ words }: WordWeights): ReadonlyMap<string, number> {
  return new Map(Object.entries(words).flatMap(([weight, list]) => list.split('|').map((word) => [word, Number(weight)] as const)));
}

/** The features of a text: each word once, «!» in front when denied, and each pair of neighbours. */
export function featuresOf(tokens: readonly Measured[], denied: readonly boolean[], cut: number): Map<string, { from: number; to: number }> {
  const features = new Map<string, { from: number; to: number }>();
  let previous = '';
  tokens.forEach(({ key }, i) => {
    const word = (denied[i] ? '!' : '') + (key.startsWith('<') ? key : key.slice(0, cut));
    if (!features.has(word)) features.set(word, { from: i, to: i + 1 });
    const pair = `${previous} ${word}`;
    if (i > 0 && !features.has(pair)) features.set(pair, { from: i - 1, to: i + 1 });
    previous = word;
  });
  return features;
}

/** A pair counts less than a word, since its words count too. */
export const PAIR_SHARE = 0.7;

export interface Weighing {
  /** Log-odds: above 0 the words are more like those of risky offers. */
  tilt: number;
  /** The words that weigh most towards risk, heaviest first. */
  heaviest: { from: number; to: number }[];
}

export function weigh(tokens: readonly Measured[], denied: readonly boolean[], weights: WordWeights, words: ReadonlyMap<string, number>): Weighing {
  let sum = weights.bias;
  const pulls: { pull: number; at: { from: number; to: number } }[] = [];
  for (const [feature, at] of featuresOf(tokens, denied, weights.cut)) {
    const weight = words.get(feature);
    if (weight === undefined) continue;
    const pull = weight * (at.to - at.from > 1 ? PAIR_SHARE : 1);
    sum += pull;
    if (pull > 0) pulls.push({ pull, at });
  }
  return { tilt: sum / weights.scale, heaviest: pulls.sort((a, b) => b.pull - a.pull).slice(0, 4).map((p) => p.at) };
}
