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

/** The weights as a page carries them, turned around: smaller on the line, and quicker to take in. */
export interface BoundWeights {
  cut: number;
  scale: number;
  /** What each model starts from. */
  models: Readonly<Record<string, number>>;
  /** «one|other»; and in the same order what each adds to which model: «A-12d4D7». A letter is a model, the first being A; each feature begins with a capital. */
  features: string;
  pulls: string;
}

const CAPITAL = 64;
const SMALL = 96;
/** More letters have no two cases. */
const MOST_MODELS = 31;

export function bindWeights({ cut, scale, models }: Weights): BoundWeights {
  const pulls = new Map<string, string>();
  const all = Object.values(models);
  if (all.length > MOST_MODELS) throw new Error(`content/offer/weights.json has ${all.length} models, and a page can carry ${MOST_MODELS}: another way to write them down is needed (src/domain/offer/weigh.ts).`);
  all.forEach(({ weights }, model) => {
    for (const [weight, features] of Object.entries(weights)) {
      for (const name of features.split('|')) {
        const before = pulls.get(name) ?? '';
        pulls.set(name, before + String.fromCharCode((before === '' ? CAPITAL : SMALL) + 1 + model) + weight);
      }
    }
  });
  const sorted = [...pulls].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1));
  return {
    cut, scale,
    models: Object.fromEntries(Object.entries(models).map(([name, { bias }]) => [name, bias])),
    features: sorted.map(([name]) => name).join('|'),
    pulls: sorted.map(([, pull]) => pull).join(''),
  };
}

/** A pair counts less than a word, since its words count too. */
export const PAIR_SHARE = 0.7;

/** The features of a text by name, and where each stands first; what the cues found stands nowhere. For learning. */
export type Features = ReadonlyMap<string, Range | null>;

/** A word as a feature: as it sounds, its first letters, and «!» in front when denied. */
const nameOf = ({ key, quantity }: Measured, cut: number): string => (quantity ? key : key.slice(0, cut));

/** Each word once, and each pair of neighbours. */
export function wordFeatures(tokens: readonly Measured[], denied: readonly boolean[], cut: number): Map<string, Range | null> {
  const features = new Map<string, Range | null>();
  let previous = '';
  tokens.forEach((token, i) => {
    const word = (denied[i] ? '!' : '') + nameOf(token, cut);
    if (!features.has(word)) features.set(word, { from: i, to: i + 1 });
    const pair = `${previous} ${word}`;
    if (i > 0 && !features.has(pair)) features.set(pair, { from: i - 1, to: i + 1 });
    previous = word;
  });
  return features;
}

export const shareOf = (at: Range | null): number => (at !== null && at.to - at.from > 1 ? PAIR_SHARE : 1);

/** For each model its log-odds: above 0 it holds. */
export interface Odds {
  get(model: string): number | undefined;
}

/** What a feature adds to which model. */
interface Pulls {
  /** Model and weight by turns. */
  readonly pulls: number[];
  /** The same word denied. */
  denied: Pulls | undefined;
  /** By their second word, the pairs that begin with it. */
  pairs: Map<string, Pulls> | undefined;
  /** The text in which it was seen last. */
  inText: number;
}

/** A feature that stands in a text and weighs something. */
export interface Seen {
  feature: Pulls;
  at: Range | null;
}

function see(feature: Pulls, at: Range | null, text: number, seen: Seen[]): void {
  feature.inText = text;
  // One that only begins pairs, or is only denied, weighs nothing.
  if (feature.pulls.length > 0) seen.push({ feature, at });
}

/** The weights turned around: for each feature, what it adds to which model. */
export class Scales {
  readonly #models = new Map<string, number>();
  readonly #biases: number[] = [];
  readonly #features = new Map<string, Pulls>();
  readonly #scale: number;
  readonly cut: number;
  #texts = 0;

  constructor({ cut, scale, models, features, pulls }: BoundWeights) {
    this.cut = cut;
    this.#scale = scale;
    for (const name in models) this.#models.set(name, this.#biases.push(models[name] as number) - 1);
    const names = features.split('|');
    let named = 0;
    let own: number[] = [];
    for (const pull of pulls.match(/[^\d-]-?\d+/g) ?? []) {
      const letter = pull.charCodeAt(0);
      if (letter < SMALL) own = this.#named(names[named++] as string).pulls;
      own.push((letter & MOST_MODELS) - 1, Number(pull.slice(1)));
    }
  }

  /** The feature of this name; a new one also where the word or the first of the pair finds it. */
  #named(name: string): Pulls {
    const known = this.#features.get(name);
    if (known !== undefined) return known;
    const feature: Pulls = { pulls: [], denied: undefined, pairs: undefined, inText: 0 };
    this.#features.set(name, feature);
    const space = name.indexOf(' ');
    if (space > 0) (this.#named(name.slice(0, space)).pairs ??= new Map<string, Pulls>()).set(name.slice(space + 1), feature);
    else if (name.startsWith('!')) this.#named(name.slice(1)).denied = feature;
    return feature;
  }

  /** What of a text weighs something, each once: its words, pairs of neighbours, and what the cues found, which stands nowhere. */
  read(tokens: readonly Measured[], denied: readonly boolean[], clues: readonly string[] = []): Seen[] {
    const seen: Seen[] = [];
    const text = ++this.#texts;
    let previous: Pulls | undefined;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Measured;
      const word = token.known.featureBy === this ? (token.known.feature as Pulls | undefined) : this.#featureOf(token);
      const feature = denied[i] ? word?.denied : word;
      if (feature !== undefined && feature.inText !== text) see(feature, { from: i, to: i + 1 }, text, seen);
      const pair = previous?.pairs?.get((denied[i] ? '!' : '') + nameOf(token, this.cut));
      if (pair !== undefined && pair.inText !== text) see(pair, { from: i - 1, to: i + 1 }, text, seen);
      previous = feature;
    }
    for (const clue of clues) {
      const feature = this.#features.get(clue);
      if (feature !== undefined && feature.inText !== text) see(feature, null, text, seen);
    }
    return seen;
  }

  #featureOf(token: Measured): Pulls | undefined {
    const { known, kind } = token;
    if (kind !== 'word') return this.#features.get(nameOf(token, this.cut));
    if (known.featureBy !== this) {
      known.featureBy = this;
      known.feature = this.#features.get(known.key.slice(0, this.cut));
    }
    return known.feature as Pulls | undefined;
  }

  weigh(seen: readonly Seen[]): Odds {
    const sums = this.#biases.slice();
    for (let f = 0; f < seen.length; f++) {
      const { feature, at } = seen[f] as Seen;
      const { pulls } = feature;
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
  heaviest(seen: readonly Seen[], name: string, tokens: readonly Measured[]): Range[] {
    const model = this.#models.get(name);
    const pulled: { pull: number; at: Range }[] = [];
    for (let f = 0; f < seen.length; f++) {
      const { feature, at } = seen[f] as Seen;
      if (at === null || !(isTelling(tokens[at.from] as Measured) || isTelling(tokens[at.to - 1] as Measured))) continue;
      const { pulls } = feature;
      for (let i = 0; i < pulls.length; i += 2) if (pulls[i] === model && (pulls[i + 1] as number) > 0) pulled.push({ pull: (pulls[i + 1] as number) * shareOf(at), at });
    }
    return pulled.sort((a, b) => b.pull - a.pull).slice(0, MOST_SHOWN).map(({ at }) => at);
  }
}

const MOST_SHOWN = 3;
const SHORTEST_TELLING = 5;

function isTelling({ word, kind, quantity }: Measured): boolean {
  return quantity !== undefined || (kind === 'word' && word.length >= SHORTEST_TELLING);
}
