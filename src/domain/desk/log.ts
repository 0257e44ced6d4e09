import type { Line, PaperContent, ReadDetail, ReadLine } from './line.ts';
import { gapsIn, type Problem } from './chain.ts';

/** A desk's papers, merged into one log, and everything that is wrong with it. */
export interface LogPaper {
  /** Hex of the tip that the letterbox files it under; zeros for the desk's own. */
  readonly tip: string;
  readonly desk: string;
  readonly content: PaperContent;
}

export interface Log {
  /** Lines whose signature holds and whose signer is known, in the one order that every operator computes. */
  readonly lines: readonly ReadLine[];
  /** Lines signed by a key that this desk does not know: shown, and never acted upon. */
  readonly strange: readonly ReadLine[];
  /** Details that a line names, by hash. */
  readonly details: ReadonlyMap<string, ReadDetail>;
  /** Signed details of other desks, for tips that came from them. `known`: whether this desk knows the signer. */
  readonly foreign: readonly { readonly read: ReadDetail; readonly known: boolean }[];
  readonly problems: readonly Problem[];
}

export interface LogContext {
  /** The desk that reads; null for the national desk, which sees every desk's log. */
  readonly own: string | null;
  /** Ed25519 public keys (hex) that this desk trusts. */
  readonly signers: ReadonlySet<string>;
  /** Tips (hex) that this desk still has: a missing detail of a deleted tip is as it should be. */
  readonly tips: ReadonlySet<string>;
  /** Hashes that this machine saw last time: whoever hides the newest lines is found out. */
  readonly witnessed: readonly string[];
}

const NO_TIP = '0'.repeat(32);

/** Merges papers, in any order and with any repetition, and says whether the chain is whole. */
export function mergeLog(papers: readonly LogPaper[], { own, signers, tips, witnessed }: LogContext): Log {
  const problems: Problem[] = [];
  const note = (kind: Problem['kind'], what: string, count = 1): void => void problems.push({ kind, what, count });
  const proven = new Map<string, ReadLine>();
  const strange = new Map<string, ReadLine>();
  const details = new Map<string, ReadDetail>();
  const foreign = new Map<string, { read: ReadDetail; known: boolean }>();
  let unreadable = 0;
  for (const { content, desk, tip } of papers) {
    // Papers of a tip that came from another desk are sealed to that desk, except what it handed over.
    const ours = own === null || desk === own;
    if (content.kind === 'unreadable') unreadable += ours ? 1 : 0;
    else if (!content.signed) note('bad-signature', content.id);
    else if (content.kind === 'line') {
      if (content.line.desk !== desk || tip !== NO_TIP) note('wrong-place', content.id);
      else if (ours) (signers.has(content.by) ? proven : strange).set(content.id, content);
    } else if (content.detail.tip !== tip || content.detail.desk !== desk) note('wrong-place', content.id);
    else if (ours) details.set(content.id, content);
    else foreign.set(content.id, { read: content, known: signers.has(content.by) });
  }
  if (unreadable > 0) note('unreadable', '', unreadable);
  const signedBy = [...strange.values()].map(({ by }) => by);
  for (const by of new Set(signedBy)) note('unknown-signer', by, signedBy.filter((one) => one === by).length);

  const lines = inOrder([...proven.values()]);
  problems.push(...gapsIn(lines, [...strange.values()], witnessed));

  const wanted = new Set<string>();
  for (const { line } of [...lines, ...strange.values()]) {
    if (line.detail === null) continue;
    wanted.add(line.detail);
    if (!details.has(line.detail) && line.tips.every(({ id }) => tips.has(id))) note('missing-detail', line.detail);
  }
  const loose = [...details.keys()].filter((id) => !wanted.has(id));
  if (loose.length > 0) note('loose-detail', '', loose.length);
  for (const id of loose) details.delete(id);
  return { lines, strange: inOrder([...strange.values()]), details, foreign: [...foreign.values()], problems };
}

/** Each desk's lines by Lamport's clock; several desks' (the national one reads them) merged by the minute. */
function inOrder(lines: readonly ReadLine[]): ReadLine[] {
  const queues = [...new Set(lines.map(({ line }) => line.desk))].sort().map((desk) => lines.filter(({ line }) => line.desk === desk).sort(byTick));
  const merged: ReadLine[] = [];
  for (;;) {
    const fullest = queues.filter((queue) => queue.length > 0).sort(([a], [b]) => ((a?.line.at ?? '') < (b?.line.at ?? '') ? -1 : 1))[0];
    const next = fullest?.shift();
    if (next === undefined) return merged;
    merged.push(next);
  }
}

function byTick(a: ReadLine, b: ReadLine): number {
  return a.line.tick - b.line.tick || order(a.line.session, b.line.session) || a.line.seq - b.line.seq || order(a.id, b.id);
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface Writer {
  /** 16 random bytes in hex, new at each unlocking. */
  readonly session: string;
  readonly who: string;
  readonly desk: string;
}
export type LineWords = Pick<Line, 'act'> & Partial<Pick<Line, 'tips' | 'word' | 'facts' | 'detail'>>;

/** The lines of one desk that no other line names yet: what the next one must name. */
export function headsOf(lines: readonly ReadLine[], desk: string): string[] {
  const own = lines.filter(({ line }) => line.desk === desk);
  const named = new Set(own.flatMap(({ line }) => line.parents));
  return own.map(({ id }) => id).filter((id) => !named.has(id)).sort();
}

/** The next line of a session. @param lines everything known, own lines too @param at `minuteOf(now)` */
export function nextLine(lines: readonly ReadLine[], { session, who, desk }: Writer, at: string, words: LineWords): Line {
  const own = lines.filter(({ line }) => line.desk === desk);
  const highest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);
  return {
    v: 1, session, who, desk, at,
    seq: 1 + highest(own.filter(({ line }) => line.session === session).map(({ line }) => line.seq)),
    tick: 1 + highest(own.map(({ line }) => line.tick)),
    // More loose ends than a line can name are named by the next ones.
    parents: headsOf(own, desk).slice(-PARENTS),
    act: words.act, tips: words.tips ?? [], word: words.word ?? '', facts: words.facts ?? null, detail: words.detail ?? null,
  };
}
const PARENTS = 64;
