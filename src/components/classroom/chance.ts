import type { Draw } from '#domain/classroom/code.ts';

/** The phone's own chance. `below` is a power of two at most 2^16, so no number comes more often. */
export const chance: Draw = (below) => (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % below;
