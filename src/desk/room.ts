import type { DeskPhrases } from '#domain/phrases.ts';
import type { Region } from '#domain/region.ts';
import type { Desk, DeskFault, SessionTools } from './notebook.ts';
import type { Session } from './session.ts';
import type { Said, Scene } from './view.ts';

/** What the desk needs from outside, all of it handed in. */
export interface DeskServices extends SessionTools {
  readonly words: DeskPhrases;
  readonly regions: readonly Region[];
  readonly css: string;
  readonly script: string;
  /** Secret first part of every address, new at each start. */
  readonly token: string;
  /** «127.0.0.1:4390»: the only Host that is answered. */
  readonly authority: () => string;
  readonly practice: boolean;
  readonly idleMinutes: number;
}

/** What a page of an unlocked desk is given. */
export interface Room {
  readonly session: Session;
  readonly desk: Desk;
  readonly scene: Scene;
  readonly services: DeskServices;
  readonly said: Said | null;
}

/** A fault as the operator reads it. */
export function sayFault(words: DeskPhrases, fault: DeskFault): string {
  const known = words.faults as Readonly<Record<string, string>>;
  return known[fault] ?? words.faults.unknown;
}
