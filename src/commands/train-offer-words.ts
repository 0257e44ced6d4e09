/**
 * node src/commands/train-offer-words.ts [--keep=900] [file-or-folder …]
 *
 * Learns content/offer/weights.json from the labelled texts (default:
 * tests/examples/offers/work; never the measure folder): logistic regression over
 * words and pairs of neighbours, L2, plain gradient descent, the same result every
 * time. Ships numbers, no library. Run it again whenever the work texts change.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSigns, tokensOf } from '#domain/offer/offer.ts';
import { featuresOf, PAIR_SHARE, type WordWeights } from '#domain/offer/weigh.ts';
import { readExamples } from './score-offers.ts';
import { readShelf } from './sign-book.ts';

const CUT = 6;
const SCALE = 20;
/** A word seen in fewer texts teaches nothing general. */
const MIN_TEXTS = 3;
const L2 = 1;
const ROUNDS = 500;

type Row = { features: Map<number, number>; risk: number };

/** Minimises log-loss + L2/2·|w|², full batch. The bias is the last weight and is not shrunk. */
function fit(rows: readonly Row[], size: number): Float64Array {
  const w = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size + 1);
    for (const { features, risk } of rows) {
      let z = w[size] as number;
      for (const [f, value] of features) z += (w[f] as number) * value;
      const error = 1 / (1 + Math.exp(-z)) - risk;
      for (const [f, value] of features) gradient[f] = (gradient[f] as number) + error * value;
      gradient[size] = (gradient[size] as number) + error;
    }
    for (let f = 0; f <= size; f++) w[f] = (w[f] as number) - ((gradient[f] as number) + (f < size ? L2 * (w[f] as number) : 0)) / rows.length;
  }
  return w;
}

function main(args: string[]): void {
  const keep = Number(args.find((a) => a.startsWith('--keep='))?.slice('--keep='.length) ?? 900);
  const out = args.find((a) => a.startsWith('--out='))?.slice('--out='.length) ?? fileURLToPath(new URL('../../content/offer/weights.json', import.meta.url));
  const paths = args.filter((a) => !a.startsWith('--'));
  const engine = compileSigns(readShelf().book);
  const examples = readExamples(paths.length > 0 ? paths : [fileURLToPath(new URL('../../tests/examples/offers/work', import.meta.url))]);
  const texts = examples.map(({ text, lang, label }) => {
    const { tokens, denied } = tokensOf(text, engine, lang === 'pt' || lang === 'en' ? lang : 'es');
    return { features: [...featuresOf(tokens, denied, CUT)].map(([name, at]) => [name, at.to - at.from > 1 ? PAIR_SHARE : 1] as const), risk: label === 'risk' ? 1 : 0 };
  });
  const seen = new Map<string, number>();
  for (const { features } of texts) for (const [name] of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const learn = (names: readonly string[]) => {
    const index = new Map(names.map((name, i) => [name, i]));
    const rows = texts.map(({ features, risk }): Row => ({ risk, features: new Map(features.flatMap(([name, value]) => (index.has(name) ? [[index.get(name) as number, value] as const] : []))) }));
    return fit(rows, names.length);
  };
  const all = [...seen].filter(([, n]) => n >= MIN_TEXTS).map(([name]) => name).sort();
  const first = learn(all);
  const strength = new Map(all.map((name, i) => [name, Math.abs(first[i] as number) * Math.sqrt(seen.get(name) as number)]));
  const kept = [...all].sort((a, b) => (strength.get(b) as number) - (strength.get(a) as number)).slice(0, keep).sort();
  const final = learn(kept);
  const byWeight = new Map<number, string[]>();
  kept.forEach((name, i) => {
    const weight = Math.round((final[i] as number) * SCALE);
    if (weight !== 0) byWeight.set(weight, [...(byWeight.get(weight) ?? []), name]);
  });
  const words = Object.fromEntries([...byWeight].sort(([a], [b]) => a - b).map(([weight, names]) => [weight, names.join('|')]));
  const weights: WordWeights = { cut: CUT, scale: SCALE, bias: Math.round((final[kept.length] as number) * SCALE), words };
  writeFileSync(out, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${texts.length} texts, ${all.length} words and pairs, ${kept.length} kept → ${out}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
