import { isBait } from './decide.ts';
import type { Sentence } from './normalise.ts';
import type { Scene } from './scene.ts';

/** What a text says besides its words, as names of features for the learned weights (weigh.ts). */
export function cluesOf(
  { tokens, denied, findings }: Scene, heard: readonly { id: string }[], reassuring: readonly { id: string }[],
  sentences: readonly Sentence[], chat: boolean,
): string[] {
  const points = new Map<string, number>();
  const counted = new Set<object>();
  for (const { payload, from } of findings.kinds) {
    if (counted.has(payload) || denied[from]) continue;
    counted.add(payload);
    const name = `?${payload.kind}${sentences[tokens[from]?.sentence ?? -1]?.question ? '?' : ''}`;
    points.set(name, (points.get(name) ?? 0) + payload.points);
  }
  const clues: string[] = [];
  for (const { id } of heard) clues.push(`#${id}`);
  for (const { id } of reassuring) clues.push(`+${id}`);
  for (const name of findings.facts.keys()) clues.push(`@${name}`);
  for (const [name, sum] of points) {
    clues.push(name);
    if (sum >= MANY_POINTS) clues.push(`${name}2`);
  }
  if (isBait(heard, reassuring.length)) clues.push('~bait');
  if (chat) clues.push('~chat');
  if (sentences.some((s) => s.question)) clues.push('~asks');
  return clues;
}

const MANY_POINTS = 3;
