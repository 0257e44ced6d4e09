/** A tip left open on a borrowed phone: warned after 14 minutes without a touch, wiped after 15. In milliseconds. */
export const WARN_AFTER = 14 * 60_000;
export const WIPE_AFTER = 15 * 60_000;

export type Idle = 'active' | 'warn' | 'wipe';

/** How things stand at `now`, and when to look again. Both times in milliseconds since any one start. */
export function idleAt(lastTouch: number, now: number): { state: Idle; lookAgainIn: number } {
  const quiet = now - lastTouch;
  if (quiet >= WIPE_AFTER) return { state: 'wipe', lookAgainIn: 0 };
  if (quiet >= WARN_AFTER) return { state: 'warn', lookAgainIn: WIPE_AFTER - quiet };
  return { state: 'active', lookAgainIn: WARN_AFTER - quiet };
}
