import type { ReadLine } from './line.ts';

/** What can be wrong with a log. Each has its sentence in content/interface/es/desk.json. */
export type ProblemKind =
  | 'unreadable'
  | 'bad-signature'
  | 'unknown-signer'
  | 'wrong-place'
  | 'missing-line'
  | 'gap'
  | 'fork'
  | 'missing-detail'
  | 'loose-detail'
  | 'lost-since';

export interface Problem {
  readonly kind: ProblemKind;
  /** A hash, a session or a signer: what to look for. Empty when `count` says it all. */
  readonly what: string;
  readonly count: number;
}

/**
 * Where a chain has holes: parents that nobody has, numbers that a session skipped or used twice,
 * and lines that this machine saw before and that are gone.
 */
export function gapsIn(lines: readonly ReadLine[], strange: readonly ReadLine[], witnessed: readonly string[]): Problem[] {
  const known = new Set([...lines, ...strange].map(({ id }) => id));
  const missing = new Set(lines.flatMap(({ line }) => line.parents).filter((parent) => !known.has(parent)));
  const problems: Problem[] = [...missing].map((what) => ({ kind: 'missing-line', what, count: 1 }));
  for (const what of witnessed) if (!known.has(what) && !missing.has(what)) problems.push({ kind: 'lost-since', what, count: 1 });
  const sessions = new Map<string, number[]>();
  for (const { line } of lines) sessions.set(line.session, [...(sessions.get(line.session) ?? []), line.seq]);
  for (const [what, numbers] of sessions) {
    const unique = new Set(numbers);
    if (unique.size < numbers.length) problems.push({ kind: 'fork', what, count: numbers.length - unique.size });
    const gaps = Math.max(...numbers) - unique.size;
    if (gaps > 0) problems.push({ kind: 'gap', what, count: gaps });
  }
  return problems;
}
