/**
 * node src/commands/score-offers.ts [--mistakes] [--sign=id] [file-or-folder] …
 *
 * Measures the offer engine on labelled texts (tests/examples/offers/**): lines
 * {"id","text","label","offer","difficulty","lang","sector","origin","signs"}.
 * `alto` and `varias-senales` count as risk. --mistakes lists the texts that went
 * wrong: never use it on tests/examples/offers/measure/.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { analyse, compileSigns, type Analysis } from '#domain/offer/offer.ts';
import { readShelf } from './sign-book.ts';

const exampleSchema = z.object({
  id: z.string(), text: z.string(), label: z.enum(['risk', 'ok']), offer: z.boolean().default(true), difficulty: z.enum(['easy', 'hard']).default('easy'),
  lang: z.string().default('es'), sector: z.string().default('otro'), origin: z.string().default('PE'), signs: z.array(z.string()).default([]),
});
export type Example = z.infer<typeof exampleSchema>;

export function readExamples(paths: readonly string[]): Example[] {
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory()) return readExamples(readdirSync(path).sort().map((name) => `${path}/${name}`).filter((p) => p.endsWith('.jsonl') || statSync(p).isDirectory()));
    return readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line, i) => {
      try {
        return exampleSchema.parse(JSON.parse(line));
      } catch (error) {
        throw new Error(`${path}:${i + 1}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`);
      }
    });
  });
}

interface Judged {
  example: Example;
  result: Analysis;
  risk: boolean;
}

const ratio = (a: number, b: number): number => (b === 0 ? NaN : a / b);
const f1 = (tp: number, fp: number, fn: number): number => ratio(2 * tp, 2 * tp + fp + fn);
const show = (x: number): string => (Number.isNaN(x) ? '   – ' : x.toFixed(3).padStart(5));

export function scores(judged: readonly Judged[]) {
  const risky = judged.filter((j) => j.example.label === 'risk');
  const fine = judged.filter((j) => j.example.label === 'ok');
  const tp = risky.filter((j) => j.risk).length;
  const fp = fine.filter((j) => j.risk).length;
  return { n: judged.length, recall: ratio(tp, risky.length), alarms: ratio(fp, fine.length), f1: f1(tp, fp, risky.length - tp), accused: judged.filter((j) => !j.example.offer && j.result.level === 'alto').length };
}

function line(name: string, judged: readonly Judged[]): string {
  const s = scores(judged);
  return `${name.padEnd(22)} n ${String(s.n).padStart(4)}   recall ${show(s.recall)}   false alarms ${show(s.alarms)}   F1 ${show(s.f1)}${s.accused > 0 ? `   non-offers called alto: ${s.accused}` : ''}`;
}

function groups(title: string, judged: readonly Judged[], by: (e: Example) => string): string[] {
  const names = [...new Set(judged.map((j) => by(j.example)))].sort();
  return ['', title, ...names.map((name) => line(`  ${name}`, judged.filter((j) => by(j.example) === name)))];
}

function signTable(judged: readonly Judged[], ids: readonly string[]): string[] {
  let [tps, fps, fns] = [0, 0, 0];
  const rows = ids.map((id) => {
    let [tp, fp, fn] = [0, 0, 0];
    for (const { example, result } of judged) {
      const told = example.signs.includes(id);
      const found = result.signs.some((s) => s.id === id);
      if (told && found) tp++;
      else if (found) fp++;
      else if (told) fn++;
    }
    tps += tp;
    fps += fp;
    fns += fn;
    return `  ${id.padEnd(22)} P ${show(ratio(tp, tp + fp))}  R ${show(ratio(tp, tp + fn))}  F1 ${show(f1(tp, fp, fn))}   (${tp} right, ${fp} too many, ${fn} missed)`;
  });
  return ['', `signs: micro P ${show(ratio(tps, tps + fps))}  R ${show(ratio(tps, tps + fns))}  F1 ${show(f1(tps, fps, fns))}`, ...rows];
}

function mistakes(judged: readonly Judged[]): string[] {
  return judged.filter((j) => j.risk !== (j.example.label === 'risk')).map(({ example, result }) =>
    `\n[${example.label === 'risk' ? 'MISSED' : 'FALSE ALARM'}] ${example.id} (${example.difficulty}, ${example.sector}) → ${result.level} by ${result.rule}, kind ${result.kind}\n  ${example.text.replace(/\n/g, ' ⏎ ')}\n  told:  ${example.signs.join(' ')}\n  found: ${[...result.signs, ...result.mentioned].map((s) => `${s.id}[${s.quotes.map((q) => q.quote).join(' | ')}]`).join(' ')}\n  calm:  ${result.reassuring.map((r) => r.id).join(' ')}`,
  );
}

/** Where one sign was missed or seen without being there, for work on its cues. */
function signMistakes(judged: readonly Judged[], id: string): string[] {
  return judged.flatMap(({ example, result }) => {
    const found = result.signs.find((s) => s.id === id);
    if (example.signs.includes(id) === (found !== undefined)) return [];
    return [`${found ? `[TOO MANY: ${found.quotes.map((q) => q.quote).join(' | ')}]` : '[MISSED]'} ${example.id} ${example.label} ${example.text.replace(/\n/g, ' ⏎ ')}`];
  });
}

function main(args: string[]): void {
  const signOption = args.find((a) => a.startsWith('--sign='))?.slice('--sign='.length);
  const paths = args.filter((a) => !a.startsWith('--'));
  const { book } = readShelf();
  const engine = compileSigns(book);
  const judged = readExamples(paths.length > 0 ? paths : [fileURLToPath(new URL('../../tests/examples/offers/work', import.meta.url))]).map((example): Judged => {
    const result = analyse(example.text, engine);
    return { example, result, risk: result.level === 'alto' || result.level === 'varias-senales' };
  });
  console.log([
    line('all', judged),
    ...groups('difficulty', judged, (e) => e.difficulty), ...groups('language', judged, (e) => e.lang), ...groups('sector', judged, (e) => e.sector),
    ...groups('origin', judged, (e) => e.origin), ...groups('offers', judged, (e) => (e.offer ? 'offer' : 'no offer')),
    ...signTable(judged, book.signs.map((s) => s.id)), ...(args.includes('--mistakes') ? mistakes(judged) : []),
    ...(signOption ? ['', ...signMistakes(judged, signOption)] : []),
  ].join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
