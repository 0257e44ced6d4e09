/**
 * node src/commands/train-offer-words.ts [--out=file] [file-or-folder …]
 *
 * Learns content/offer/weights.json from the labelled texts (default:
 * tests/examples/offers/work and the illustrations of the research; never the measure
 * folder): one logistic regression for
 * risk, one for texts that are no offers and one for each sign, over words, pairs of
 * neighbours and what the cues found; L2, plain gradient descent with momentum, the
 * same result every time. Ships numbers, no library. Run it again whenever the cues
 * or the work texts change.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languageOf } from '#domain/offer/language.ts';
import { normalise } from '#domain/offer/normalise.ts';
import { compileSigns, evidenceIn, type Engine } from '#domain/offer/offer.ts';
import { shareOf, type Model, type Weights } from '#domain/offer/weigh.ts';
import { readExamples, type Example } from './score-offers.ts';
import { readShelf } from './sign-book.ts';

const SCALE = 10;
const ROUNDS = 250;
const MOMENTUM = 0.9;

/** How one model is learned. */
interface Plan {
  /** A word seen in fewer texts teaches nothing general. */
  minTexts: number;
  /** Features looked at first, by how unevenly they are spread; and features kept. */
  looked: number;
  kept: number;
  l2: number;
  /** Log-odds above which the model says yes; it is built into the bias. */
  threshold: number;
}
const RISK = { minTexts: 3, kept: 420, l2: 1.5, threshold: 0.1 };
const SIGN: Plan = { minTexts: 3, looked: 200, kept: 21, l2: 2, threshold: -0.8 };
/** What a cue found is surer than a word, and is shrunk less. */
const CLUE_SHRINK = 0.3;

/**
 * Risk is learned twice: from everything, and from the words alone beside what a
 * sign of each severity should weigh. Labelled texts teach the first to lean on
 * words it has met; a share of the second keeps it to the signs when authors are new.
 */
const APART_SHARE = 0.3;
const APART_L2 = 1;
const SIGN_WEIGHT = { critica: 1.7, alta: 1.2, media: 0, baja: 0 } as const;
const REASSURING_WEIGHT = -0.15;
const BAIT_WEIGHT = 1;
const APART_BIAS = -0.5;
const isClue = (name: string): boolean => /^[#+@?~]/.test(name);

interface Row {
  features: ReadonlyMap<string, number>;
  example: Example;
}

function rowsOf(examples: readonly Example[], engine: Engine): Row[] {
  return examples.flatMap((example) => {
    const read = normalise(example.text);
    const { language } = languageOf(read);
    if (language === null) return [];
    const { features } = evidenceIn(example.text, read, engine, language);
    return [{ example, features: new Map([...features].map(([name, at]) => [name, shareOf(at)])) }];
  });
}

/** Minimises log-loss + L2/2·|w|², full batch. The bias is the last weight and is not shrunk. */
function fit(rows: readonly Row[], names: readonly string[], targets: readonly number[], l2: number): Float64Array {
  const index = new Map(names.map((name, i) => [name, i]));
  const shrink = names.map((name) => (isClue(name) ? l2 * CLUE_SHRINK : l2));
  const sparse = rows.map(({ features }) => [...features].flatMap(([name, value]) => (index.has(name) ? [[index.get(name) as number, value] as const] : [])));
  const size = names.length;
  const w = new Float64Array(size + 1);
  const speed = new Float64Array(size + 1);
  // The loss bends no more than a quarter of the largest sum of squares of a row times the number of rows.
  const step = 1 / (0.25 * rows.length * 2 + l2);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size + 1);
    sparse.forEach((row, r) => {
      let z = w[size] as number;
      for (const [f, value] of row) z += (w[f] as number) * value;
      const error = 1 / (1 + Math.exp(-z)) - (targets[r] as number);
      for (const [f, value] of row) gradient[f] = (gradient[f] as number) + error * value;
      gradient[size] = (gradient[size] as number) + error;
    });
    for (let f = 0; f <= size; f++) {
      speed[f] = MOMENTUM * (speed[f] as number) - step * ((gradient[f] as number) + (f < size ? (shrink[f] as number) * (w[f] as number) : 0));
      w[f] = (w[f] as number) + (speed[f] as number);
    }
  }
  return w;
}

/** How unevenly a feature is spread between texts that have the target and texts that do not (χ²). */
function unevenness(rows: readonly Row[], targets: readonly number[]): Map<string, { seen: number; spread: number }> {
  const counts = new Map<string, [all: number, hit: number]>();
  rows.forEach(({ features }, r) => {
    for (const name of features.keys()) {
      const there = counts.get(name) ?? [0, 0];
      counts.set(name, [there[0] + 1, there[1] + (targets[r] as number)]);
    }
  });
  const share = targets.reduce((a, b) => a + b, 0) / rows.length;
  return new Map([...counts].map(([name, [seen, hit]]) => {
    const expected = seen * share;
    return [name, { seen, spread: (hit - expected) ** 2 / Math.max(expected, 0.3) / Math.max(1 - seen / rows.length, 0.05) }];
  }));
}

function learn(rows: readonly Row[], targetOf: (example: Example) => boolean, plan: Plan): Model {
  const targets = rows.map(({ example }) => Number(targetOf(example)));
  const about = unevenness(rows, targets);
  const byName = (a: string, b: string): number => (a < b ? -1 : 1);
  const looked = [...about].filter(([, { seen }]) => seen >= plan.minTexts).sort(([a, x], [b, y]) => y.spread - x.spread || byName(a, b)).slice(0, plan.looked).map(([name]) => name);
  const first = fit(rows, looked, targets, plan.l2);
  const strength = new Map(looked.map((name, i) => [name, Math.abs(first[i] as number) * Math.sqrt(about.get(name)?.seen ?? 0)]));
  const kept = [...looked].sort((a, b) => (strength.get(b) as number) - (strength.get(a) as number) || byName(a, b)).slice(0, plan.kept).sort(byName);
  return modelOf(kept, fit(rows, kept, targets, plan.l2), plan.threshold);
}

/** Whole numbers, and each written once with all the features that have it. The last weight is the bias. */
function modelOf(names: readonly string[], weights: ArrayLike<number>, threshold: number): Model {
  const byWeight = new Map<number, string[]>();
  names.forEach((name, i) => {
    const weight = Math.round((weights[i] as number) * SCALE);
    if (weight !== 0) byWeight.set(weight, [...(byWeight.get(weight) ?? []), name]);
  });
  return {
    bias: Math.round(((weights[names.length] as number) - threshold) * SCALE),
    weights: Object.fromEntries([...byWeight].sort(([a], [b]) => a - b).map(([weight, list]) => [weight, list.join('|')])),
  };
}

function learnRisk(rows: readonly Row[], { book }: Engine): Model {
  const targets = rows.map(({ example }) => Number(example.label === 'risk'));
  const seen = new Map<string, number>();
  for (const { features } of rows) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, n]) => n >= RISK.minTexts).map(([name]) => name).sort();
  const words = names.filter((name) => !isClue(name));
  const [all, apart] = [fit(rows, names, targets, RISK.l2), fit(rows, words, targets, APART_L2)];
  const apartOf = new Map(words.map((name, i) => [name, apart[i] as number]));
  for (const { id, severity } of book.signs) apartOf.set(`#${id}`, SIGN_WEIGHT[severity]);
  for (const { id } of book.reassuring) apartOf.set(`+${id}`, REASSURING_WEIGHT);
  apartOf.set('~bait', BAIT_WEIGHT);
  const blend = new Map(names.map((name, i) => [name, (1 - APART_SHARE) * (all[i] as number) + APART_SHARE * (apartOf.get(name) ?? 0)]));
  const strength = (name: string): number => Math.abs(blend.get(name) as number) * Math.sqrt(seen.get(name) as number);
  const kept = [...names].sort((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1)).slice(0, RISK.kept).sort();
  const bias = (1 - APART_SHARE) * (all[names.length] as number) + APART_SHARE * ((apart[words.length] as number) + APART_BIAS);
  return modelOf(kept, [...kept.map((name) => blend.get(name) as number), bias], RISK.threshold);
}

/** The weights that these texts teach. */
export function train(examples: readonly Example[], engine: Engine): Weights {
  const rows = rowsOf(examples, engine);
  const signs = engine.book.signs.map(({ id }) => [id, learn(rows, (e) => e.signs.includes(id), SIGN)] as const);
  const models = { riesgo: learnRisk(rows, engine), 'no-oferta': learn(rows, (e) => !e.offer, { ...SIGN, threshold: 0 }), ...Object.fromEntries(signs) };
  return { cut: engine.scales.cut, scale: SCALE, models };
}

function main(args: string[]): void {
  const out = args.find((a) => a.startsWith('--out='))?.slice('--out='.length) ?? fileURLToPath(new URL('../../content/offer/weights.json', import.meta.url));
  const paths = args.filter((a) => !a.startsWith('--'));
  const examples = readExamples(paths.length > 0 ? paths : ['work', 'illustrations.jsonl'].map((name) => fileURLToPath(new URL(`../../tests/examples/offers/${name}`, import.meta.url))));
  const weights = train(examples, compileSigns(readShelf().book));
  writeFileSync(out, `${JSON.stringify(weights, null, 1)}\n`);
  console.log(`${examples.length} texts, ${Object.keys(weights.models).length} models → ${out}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
