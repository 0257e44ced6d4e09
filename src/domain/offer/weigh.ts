import type { Measured } from './quantity.ts';
import type { Range } from './quotes.ts';

/** How much each feature of a text speaks for one thing. */
export interface Model {
  bias: number;
  /** By weight, the features that have it, separated by «|»: half the size of one number a feature. */
  weights: Readonly<Record<string, string>>;
}

/**
 * Numbers learned from the labelled texts of tests/examples/offers/work by
 * src/commands/train-offer-words.ts: one model for risk, one for texts that are no
 * offers, and one for each warning sign. Features are words, two words in a row,
 * and what the cues found (clues.ts). Each model is a sum, so that the words which
 * pulled can be shown.
 */
export interface Weights {
  /** Letters kept of each word (spelled as it sounds). */
  cut: number;
  /** Divide by this to get log-odds. */
  scale: number;
  models: Readonly<Record<string, Model>>;
}

/** A pair counts less than a word, since its words count too. */
export const PAIR_SHARE = 0.7;

/** The features of a text, and where each stands first; what the cues found stands nowhere. */
export type Features = ReadonlyMap<string, Range | null>;

/** Each word once, «!» in front when denied, and each pair of neighbours; when there are scales, only what weighs something on them. */
export function wordFeatures(tokens: readonly Measured[], denied: readonly boolean[], cut: number, scales?: Scales): Map<string, Range | null> {
  const features = new Map<string, Range | null>();
  let previous = '';
  for (let i = 0; i < tokens.length; i++) {
    const { key, quantity } = tokens[i] as Measured;
    const word = (denied[i] ? '!' : '') + (quantity ? key : key.slice(0, cut));
    if (scales?.weighs(word) !== false && !features.has(word)) features.set(word, { from: i, to: i + 1 });
    if (i > 0 && scales?.weighsPair(previous, word) !== false) {
      const pair = `${previous} ${word}`;
      if (!features.has(pair)) features.set(pair, { from: i - 1, to: i + 1 });
    }
    previous = word;
  }
  return features;
}

export const shareOf = (at: Range | null): number => (at !== null && at.to - at.from > 1 ? PAIR_SHARE : 1);

/** For each model its log-odds: above 0 it holds. */
export interface Odds {
  get(model: string): number | undefined;
}

/** The weights turned around: for each feature, what it adds to which model. */
export class Scales {
  readonly #models = new Map<string, number>();
  readonly #biases: number[] = [];
  readonly #pulls = new Map<string, number[]>();
  readonly #scale: number;
  /** For each first word of a pair, the second ones. */
  readonly #pairs = new Map<string, Set<string>>();
  readonly cut: number;

  constructor({ cut, scale, models }: Weights) {
    this.cut = cut;
    this.#scale = scale;
    for (const [name, { bias, weights }] of Object.entries(models)) {
      const model = this.#biases.push(bias) - 1;
      this.#models.set(name, model);
      for (const [weight, features] of Object.entries(weights)) {
        for (const feature of features.split('|')) {
          const there = this.#pulls.get(feature);
          if (there) there.push(model, Number(weight));
          else {
            this.#pulls.set(feature, [model, Number(weight)]);
            const space = feature.indexOf(' ');
            if (space > 0) this.#addPair(feature.slice(0, space), feature.slice(space + 1));
          }
        }
      }
    }
  }

  #addPair(first: string, second: string): void {
    const seconds = this.#pairs.get(first);
    if (seconds) seconds.add(second);
    else this.#pairs.set(first, new Set([second]));
  }

  weighs(feature: string): boolean {
    return this.#pulls.has(feature);
  }

  weighsPair(first: string, second: string): boolean {
    return this.#pairs.get(first)?.has(second) ?? false;
  }

  weigh(features: Features): Odds {
    const sums = Float64Array.from(this.#biases);
    for (const [feature, at] of features) {
      const pulls = this.#pulls.get(feature);
      if (pulls === undefined) continue;
      const share = shareOf(at);
      for (let i = 0; i < pulls.length; i += 2) sums[pulls[i] as number] = (sums[pulls[i] as number] as number) + share * (pulls[i + 1] as number);
    }
    return {
      get: (name) => {
        const sum = sums[this.#models.get(name) as number];
        return sum === undefined ? undefined : sum / this.#scale;
      },
    };
  }

  /** The words that pull most towards a model, heaviest first; none that only join others («el», «que»). */
  heaviest(features: Features, name: string, tokens: readonly Measured[]): Range[] {
    const model = this.#models.get(name);
    const pulled: { pull: number; at: Range }[] = [];
    for (const [feature, at] of features) {
      const pulls = this.#pulls.get(feature);
      if (at === null || pulls === undefined) continue;
      for (let i = 0; i < pulls.length; i += 2) {
        const pull = (pulls[i + 1] as number) * shareOf(at);
        if (pulls[i] === model && pull > 0 && tokens.slice(at.from, at.to).some(isTelling)) pulled.push({ pull, at });
      }
    }
    return pulled.sort((a, b) => b.pull - a.pull).slice(0, MOST_SHOWN).map(({ at }) => at);
  }
}

const MOST_SHOWN = 3;
const SHORTEST_TELLING = 5;

function isTelling({ word, kind, quantity }: Measured): boolean {
  return quantity !== undefined || (kind === 'word' && word.length >= SHORTEST_TELLING);
}
