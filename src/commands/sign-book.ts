import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { bindBook, type Language, type SignBook } from '#domain/offer/book.ts';
import { kindsSchema, paySchema, questionsSchema, reassuringSignSchema, warningSignSchema, weightsSchema, wordsSchema, type ReassuringSign, type WarningSign } from '#domain/offer/sign.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/** One YAML file by its schema, or an `Error` that names the file and the mend. */
function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(CONTENT + path, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`content/${path}: ${z.prettifyError(result.error)}`);
}

function readFolder<T>(folder: string, schema: z.ZodType<T>): Record<string, T> {
  const files = readdirSync(CONTENT + folder).filter((file) => file.endsWith('.yaml')).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.yaml'.length), readYaml(`${folder}/${file}`, schema)]));
}

export interface Shelf {
  /** What the engine is compiled from. */
  book: SignBook;
  /** The signs with the words for readers. */
  signs: Record<string, WarningSign>;
  reassuring: Record<string, ReassuringSign>;
  questions: z.infer<typeof questionsSchema>;
  kinds: z.infer<typeof kindsSchema>;
}

/** Reads content/warning-signs, content/reassuring-signs and content/offer for the command line. */
export function readShelf(languages?: readonly Language[]): Shelf {
  const signs = readFolder('warning-signs', warningSignSchema);
  const reassuring = readFolder('reassuring-signs', reassuringSignSchema);
  const questions = readYaml('offer/questions.yaml', questionsSchema);
  const kinds = readYaml('offer/kinds.yaml', kindsSchema);
  const words = Object.fromEntries((['es', 'pt', 'en'] as const).map((l) => [l, readYaml(`offer/words-${l}.yaml`, wordsSchema)]));
  const pay = readYaml('offer/pay.yaml', paySchema);
  const book = bindBook({ signs, reassuring, words, kinds: kinds as unknown as SignBook['kinds'], tooMuch: pay.tooMuch as SignBook['tooMuch'], weights: readYaml('offer/weights.json', weightsSchema), questions }, languages);
  return { book, signs, reassuring, questions, kinds };
}
