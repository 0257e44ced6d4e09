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
  return [
    ...heard.map(({ id }) => `#${id}`),
    ...reassuring.map(({ id }) => `+${id}`),
    ...[...findings.facts.keys()].map((name) => `@${name}`),
    ...[...points].flatMap(([name, sum]) => (sum >= MANY_POINTS ? [name, `${name}2`] : [name])),
    ...(isBait(heard, reassuring.length) ? ['~bait'] : []),
    ...(chat ? ['~chat'] : []),
    ...(sentences.some((s) => s.question) ? ['~asks'] : []),
  ];
}

const MANY_POINTS = 3;
