import { ed25519 } from '@noble/curves/ed25519.js';
import { toHex } from '#domain/tip/bytes.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { readContent, signerOf, writeDetail, writeLine, type DetailWords, type Detail, type ReadLine } from '#domain/desk/line.ts';
import { mergeLog, nextLine, type LineWords, type Log, type LogPaper } from '#domain/desk/log.ts';

export const NOON = Date.parse('2026-11-24T12:00Z');
export const HOUR = 3_600_000;
export const NO_TIP = '0'.repeat(32);
export const tipId = (n: number): string => n.toString(16).padStart(32, '0');

/** A tip in the letterbox's list. */
export const anEntry = (n: number, more: Partial<TipEntry> = {}): TipEntry => ({
  id: Uint8Array.from(tipId(n).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  desk: 'norte', quarantined: false, size: 8_600, receivedHour: NOON / HOUR, openedHour: null, repliedHour: null, purgeDay: 20_800, followUps: 0, replies: 0,
  ...more,
});

export const signKey = new Uint8Array(32).fill(7);
export const otherSignKey = ed25519.utils.randomSecretKey();
let count = 0;

/** Someone at a desk, who writes lines knowing what they have seen so far. */
export class Operator {
  readonly seen: LogPaper[] = [];
  readonly writer;
  readonly key: Uint8Array;
  constructor(who: string, desk = 'norte', key = signKey) {
    this.writer = { session: (count += 1).toString(16).padStart(32, 'a'), who, desk };
    this.key = key;
  }
  /** Writes a line, and a detail when there is one, and returns their papers. */
  write(words: LineWords, now = NOON, detail?: { readonly tip: string; readonly words: DetailWords }): LogPaper[] {
    const papers: LogPaper[] = [];
    let named: LineWords = words;
    if (detail !== undefined) {
      const { who, desk } = this.writer;
      const paper = writeDetail({ ...detail.words, tip: detail.tip, nonce: tipId(count += 1), who, desk, at: minute(now) } as Detail, this.key);
      papers.push({ tip: detail.tip, desk, content: readContent(JSON.parse(paper.json)) });
      named = { ...words, detail: paper.id };
    }
    const line = writeLine(nextLine(linesOf(this.seen), this.writer, minute(now), named), this.key);
    papers.push({ tip: NO_TIP, desk: this.writer.desk, content: readContent(JSON.parse(line.json)) });
    this.seen.push(...papers);
    return papers;
  }
  learn(papers: readonly LogPaper[]): void {
    this.seen.push(...papers);
  }
}

const minute = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}Z`;
const linesOf = (papers: readonly LogPaper[]): ReadLine[] => papers.flatMap(({ content }) => (content.kind === 'line' ? [content] : []));

export const merge = (papers: readonly LogPaper[], more: Partial<Parameters<typeof mergeLog>[1]> = {}): Log =>
  mergeLog(papers, { own: 'norte', signers: new Set([signerOf(signKey)]), tips: new Set(), witnessed: [], ...more });

export const about = (n: number, received = NOON / HOUR) => ({ tips: [{ id: tipId(n), received }] });
export const facts = (more: Partial<{ region: string; how: string; emergency: boolean; practice: boolean; followUps: number }> = {}) => ({ region: 'tumbes', how: 'saw', emergency: false, practice: false, followUps: 0, ...more });
export const hexOf = toHex;
