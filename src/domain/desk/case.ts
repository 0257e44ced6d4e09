import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { DECISIONS, type Decision, type DecisionAbout } from './decision.ts';
import type { Detail, Facts, ReadLine } from './line.ts';
import type { Log } from './log.ts';

/** What a desk knows of one tip without opening it: folded from the log and the letterbox's entry. */
export type State = 'new' | 'cannot-open' | 'wrote-again' | 'opened' | 'answered' | 'closed';

/** Something that a person wrote about a tip. */
export interface By {
  readonly who: string;
  readonly at: string;
  readonly desk: string;
  /** False when another desk wrote it with a key that this desk does not know. */
  readonly known: boolean;
}
export type Decided = By & { readonly decision: Decision };

export interface CaseFile {
  readonly lines: readonly ReadLine[];
  readonly state: State;
  /** Why it did not open, when that is its state. */
  readonly fault: string;
  readonly facts: Facts | null;
  /** Follow-ups that somebody at the desk has seen. */
  readonly seen: number;
  readonly decisions: Readonly<Record<DecisionAbout, readonly Decided[]>>;
  /** Decisions that two people took without knowing of each other: someone must say which stands. */
  readonly clashes: readonly DecisionAbout[];
  readonly notes: readonly (By & { readonly text: string })[];
  readonly replies: readonly (By & { readonly kind: string; readonly text: string; readonly seq: number })[];
  readonly handovers: readonly (By & { readonly text: string })[];
}

interface Piece extends By {
  readonly detail: Detail;
  readonly tick: number | null;
}

/** @param tip the tip's id in hex @param entry its entry in the worklist, or null when it is gone */
export function caseFile(log: Log, tip: string, entry: Pick<TipEntry, 'openedHour' | 'repliedHour' | 'followUps'> | null): CaseFile {
  const lines = log.lines.filter(({ line }) => line.tips.some(({ id }) => id === tip));
  const pieces = piecesOf(log, lines, tip);
  const decided = (about: DecisionAbout) => pieces.flatMap(({ detail, tick, ...by }) => (detail.type === 'decision' && detail.decision.about === about ? [{ tick, ...by, decision: detail.decision }] : []));
  const failure = lines.findLast(({ line }) => line.act === 'cannot-open');
  const opening = lines.findLast(({ line }) => line.act === 'open');
  const state = stateOf(lines, entry, opening, failure);
  return {
    lines, state,
    fault: state === 'cannot-open' ? (failure?.line.word ?? '') : '',
    facts: opening?.line.facts ?? null,
    seen: seenIn(lines),
    decisions: Object.fromEntries(DECISIONS.map((about) => [about, decided(about)])) as unknown as CaseFile['decisions'],
    clashes: DECISIONS.filter((about) => {
      const [before, latest] = decided(about).slice(-2);
      return before !== undefined && latest !== undefined && before.tick !== null && before.tick === latest.tick;
    }),
    notes: pieces.flatMap(({ detail, tick: _, ...by }) => (detail.type === 'note' ? [{ ...by, text: detail.text }] : [])),
    replies: pieces.flatMap(({ detail, tick: _, ...by }) => (detail.type === 'reply' ? [{ ...by, kind: detail.kind, text: detail.text, seq: detail.seq }] : [])),
    handovers: pieces.flatMap(({ detail, tick: _, ...by }) => (detail.type === 'handover' ? [{ ...by, text: detail.text }] : [])),
  };
}

/** The decision that stands: the last one. */
export const standing = (decided: readonly Decided[]): Decided | undefined => decided.at(-1);

const seenIn = (lines: readonly ReadLine[]): number => lines.reduce((most, { line }) => Math.max(most, line.facts?.followUps ?? 0), 0);

function stateOf(lines: readonly ReadLine[], entry: Parameters<typeof caseFile>[2], opening: ReadLine | undefined, failure: ReadLine | undefined): State {
  if (lines.findLast(({ line }) => line.act === 'close' || line.act === 'reopen')?.line.act === 'close') return 'closed';
  if (failure !== undefined && opening === undefined) return 'cannot-open';
  if (opening !== undefined && (entry?.followUps ?? 0) > seenIn(lines)) return 'wrote-again';
  if ((entry?.repliedHour ?? null) !== null || lines.some(({ line }) => line.act === 'answered')) return 'answered';
  return opening !== undefined || (entry?.openedHour ?? null) !== null ? 'opened' : 'new';
}

/** Own details in the log's order, and those of other desks among them by the minute. */
function piecesOf(log: Log, lines: readonly ReadLine[], tip: string): Piece[] {
  const own = lines.flatMap(({ line }): Piece[] => {
    const detail = line.detail === null ? undefined : log.details.get(line.detail)?.detail;
    return detail?.tip === tip ? [{ detail, tick: line.tick, who: line.who, at: line.at, desk: line.desk, known: true }] : [];
  });
  const foreign = log.foreign
    .filter(({ read }) => read.detail.tip === tip)
    .map(({ read: { detail }, known }): Piece => ({ detail, tick: null, who: detail.who, at: detail.at, desk: detail.desk, known }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const all = [...own];
  for (const piece of foreign) {
    const later = all.findIndex(({ at }) => at > piece.at);
    all.splice(later === -1 ? all.length : later, 0, piece);
  }
  return all;
}
