import { blob, concat, Reader, shortText, u16, u32, u8 } from './bytes.ts';
import { LARGE_BODY_LIMIT } from './limits.ts';
import { PAPER_LIMIT } from './wire-desk.ts';
import { answerHead } from './wire.ts';

/** What the letterbox answers to a desk. Times are whole hours or days since 1970, never finer. */
export interface TipEntry {
  readonly id: Uint8Array;
  readonly desk: string;
  /** True for tips that came while the letterbox was being flooded. */
  readonly quarantined: boolean;
  /** Bytes of the sealed tip. */
  readonly size: number;
  readonly receivedHour: number;
  /** null until then. */
  readonly openedHour: number | null;
  readonly repliedHour: number | null;
  /** From this day on the tip waits seven days more and is then deleted. */
  readonly purgeDay: number;
  readonly followUps: number;
  readonly replies: number;
}

export interface Worklist {
  /** True when alerts reach nobody: the desk must look by itself. */
  readonly alertsFailing: boolean;
  readonly entries: readonly TipEntry[];
  /** True when there are more after the last entry's id. */
  readonly more: boolean;
}

export interface SealedCase {
  readonly sealed: Uint8Array;
  readonly followUps: readonly Uint8Array[];
}

export interface Paper {
  readonly id: Uint8Array;
  /** The tip it belongs to; 16 zeros when it is the desk's own. */
  readonly tip: Uint8Array;
  readonly desk: string;
  readonly paper: Uint8Array;
}

const hour = (value: number | null): Uint8Array => u32(value ?? 0);
const readHour = (reader: Reader): number | null => reader.u32() || null;

export const encodeWorklist = ({ alertsFailing, entries, more }: Worklist): Uint8Array =>
  concat(
    answerHead('desk'), u8(alertsFailing ? 1 : 0), u8(more ? 1 : 0), u16(entries.length),
    ...entries.map((entry) =>
      concat(
        entry.id, shortText(entry.desk), u8(entry.quarantined ? 1 : 0), u32(entry.size),
        u32(entry.receivedHour), hour(entry.openedHour), hour(entry.repliedHour), u32(entry.purgeDay),
        u16(entry.followUps), u16(entry.replies),
      ),
    ),
  );

export function readWorklist(reader: Reader): Worklist {
  const [alertsFailing, more, count] = [reader.u8() === 1, reader.u8() === 1, reader.u16()];
  const entries = Array.from({ length: count }, () => ({
    id: reader.take(16), desk: reader.shortText(), quarantined: reader.u8() === 1, size: reader.u32(),
    receivedHour: reader.u32(), openedHour: readHour(reader), repliedHour: readHour(reader), purgeDay: reader.u32(),
    followUps: reader.u16(), replies: reader.u16(),
  }));
  return { alertsFailing, entries, more };
}

export const encodeCase = ({ sealed, followUps }: SealedCase): Uint8Array =>
  concat(answerHead('desk'), blob(sealed), u16(followUps.length), ...followUps.map(blob));

export function readCase(reader: Reader): SealedCase {
  const sealed = reader.blob(LARGE_BODY_LIMIT);
  return { sealed, followUps: Array.from({ length: reader.u16() }, () => reader.blob(LARGE_BODY_LIMIT)) };
}

export const encodePapers = (papers: readonly Paper[], more: boolean): Uint8Array =>
  concat(
    answerHead('desk'), u8(more ? 1 : 0), u16(papers.length),
    ...papers.map(({ id, tip, desk, paper }) => concat(id, tip, shortText(desk), blob(paper))),
  );

export function readPapers(reader: Reader): { papers: readonly Paper[]; more: boolean } {
  const [more, count] = [reader.u8() === 1, reader.u16()];
  const papers = Array.from({ length: count }, () => ({
    id: reader.take(16), tip: reader.take(16), desk: reader.shortText(), paper: reader.blob(PAPER_LIMIT),
  }));
  return { papers, more };
}
