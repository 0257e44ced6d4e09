/**
 * npm run --silent revisa -- [--jsonl] [--summary] [file …]
 *
 * Without flags: one offer (a file, or what is typed) with a result to read.
 * --jsonl: lines {"id","text"} in, lines {"id","level","signs"} out.
 * --summary: lines {"id","text"} in, a table by level and sign out.
 * Reads a block of lines at a time: a file of any length takes the same memory.
 */
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { analyse, compileSigns, type Analysis, type Engine } from '#domain/offer/offer.ts';
import { readShelf, type Shelf } from './sign-book.ts';

const wordsSchema = z.strictObject({
  levels: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  labels: z.record(z.string(), z.string()),
  severities: z.record(z.string(), z.string()),
});
type ResultWords = z.infer<typeof wordsSchema>;

/** Lines between two notes on stderr. */
const PROGRESS_EVERY = 10_000;

export interface Checked {
  id: string | number | null;
  level: Analysis['level'];
  signs: { id: string; severity: string; quote: string; start: number; end: number }[];
}

/** One line of input to one line of output; a bad line to `{error, line}`. */
export function checkLine(line: string, number: number, engine: Engine): Checked | { error: string; line: number } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: 'La línea no es JSON.', line: number };
  }
  if (!isOffer(json)) return { error: 'La línea necesita un campo "text" con el texto de la oferta.', line: number };
  const { level, signs } = analyse(json.text, engine);
  return {
    id: json.id ?? null,
    level,
    signs: signs.map(({ id, severity, quotes: [first] }) => ({ id, severity, quote: first?.quote ?? '', start: first?.start ?? 0, end: first?.end ?? 0 })),
  };
}

/** Written out, because a schema takes longer than reading the line. */
function isOffer(json: unknown): json is { text: string; id?: string | number | null } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const { id, text } = json as { id?: unknown; text?: unknown };
  return typeof text === 'string' && (id === undefined || id === null || typeof id === 'string' || Number.isFinite(id));
}

/** Counts for `--summary`. */
class Tally {
  readonly levels = new Map<string, number>();
  readonly signs = new Map<string, number>();
  errors = 0;

  add(result: ReturnType<typeof checkLine>): void {
    if ('error' in result) {
      this.errors++;
      return;
    }
    this.levels.set(result.level, (this.levels.get(result.level) ?? 0) + 1);
    for (const { id } of result.signs) this.signs.set(id, (this.signs.get(id) ?? 0) + 1);
  }

  table(words: ResultWords, signs: Shelf['signs']): string {
    const total = [...this.levels.values()].reduce((a, b) => a + b, 0);
    const row = (name: string, n: number) => `${String(n).padStart(8)}  ${((100 * n) / Math.max(1, total)).toFixed(1).padStart(5)} %  ${name}`;
    const ordered = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]);
    return [
      `${total} ${words.labels['texts']}${this.errors > 0 ? ` (+${this.errors} error)` : ''}`,
      '', words.labels['level'], ...ordered(this.levels).map(([level, n]) => row(level, n)),
      '', words.labels['sign'], ...ordered(this.signs).map(([id, n]) => row(`${id}: ${signs[id]?.name ?? ''}`, n)),
    ].join('\n');
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Whole lines as they come, many at once: a wait for each line would take as long as the line. */
async function* linesOf(input: AsyncIterable<unknown>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of input) {
    const text = rest + String(chunk);
    // A «\r» at the very end may be half of a line's end.
    const cut = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2));
    rest = text.slice(cut + 1);
    if (cut >= 0) yield text.slice(0, cut).split(/\r\n|\n|\r/);
  }
  if (rest !== '') yield rest.split(/\r\n|\n|\r/);
}

/** Checks every line of the files, or of what is typed; and after each block of lines writes what `each` gave back for them. */
async function checkLines(files: string[], engine: Engine, each: (result: ReturnType<typeof checkLine>) => string): Promise<void> {
  let done = 0;
  for (const file of files.length > 0 ? files : [null]) {
    const input = file === null ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
    let number = 0;
    for await (const lines of linesOf(input)) {
      let out = '';
      for (const line of lines) {
        number++;
        if (line.trim() === '') continue;
        out += each(checkLine(line, number, engine));
        if (++done % PROGRESS_EVERY === 0) process.stderr.write(`${done} …\n`);
      }
      if (out !== '') await write(out);
    }
  }
}

/** The result for a person, in the words of content/. */
export function readable(result: Analysis, shelf: Shelf, words: ResultWords): string {
  const lines = [words.levels[result.level] ?? result.level];
  const label = (name: string): string => words.labels[name] ?? name;
  if (result.truncated) lines.push(label('truncated'));
  if (result.reason) lines.push(words.reasons[result.reason] ?? result.reason);
  const hint = result.kind === 'oferta' ? undefined : shelf.kinds[result.kind as keyof Shelf['kinds']]?.hint;
  if (hint) lines.push(hint);
  if (result.signs.length > 0) lines.push('', `${label('signs')}:`);
  for (const { id, severity, quotes } of result.signs) {
    const sign = shelf.signs[id];
    const shown = quotes.map(({ quote }) => `«${quote.replace(/\s+/g, ' ')}»`).join(', ') || label('missing');
    lines.push(`- ${sign?.name} (${words.severities[severity]}): ${shown}`, `  ${sign?.why}`, `  ${label('act')}: ${sign?.act}`);
  }
  if (result.reassuring.length > 0) lines.push('', `${label('reassuring')}:`);
  for (const { id } of result.reassuring) lines.push(`- ${shelf.reassuring[id]?.name}. ${shelf.reassuring[id]?.check}`);
  const open = shelf.questions.filter((q) => result.unknown.includes(q.id));
  if (open.length > 0) lines.push('', `${label('ask')}:`, ...open.map((q) => `- ${q.text}`));
  return lines.join('\n');
}

async function main(args: string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const shelf = readShelf();
  const engine = compileSigns(shelf.book);
  const words = wordsSchema.parse(parse(readFileSync(fileURLToPath(new URL('../../content/offer/result.yaml', import.meta.url)), 'utf8')));
  if (args.includes('--summary')) {
    const tally = new Tally();
    await checkLines(files, engine, (result) => {
      tally.add(result);
      return '';
    });
    await write(`${tally.table(words, shelf.signs)}\n`);
  } else if (args.includes('--jsonl')) {
    await checkLines(files, engine, (result) => `${JSON.stringify(result)}\n`);
  } else {
    const texts = files.length > 0 ? files.map((file) => readFileSync(file, 'utf8')) : [readFileSync(0, 'utf8')];
    for (const text of texts) await write(`${readable(analyse(text, engine), shelf, words)}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // A reader that closes early (`| head`) ends the run quietly.
  process.stdout.on('error', () => process.exit(0));
  await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
