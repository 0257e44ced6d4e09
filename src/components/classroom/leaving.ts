/**
 * A class lives in the memory of its page. Before the page is left while something is counted, the
 * browser asks; then, and when a kept page comes back, everything is forgotten. The quick exit never asks.
 * `signal` ends all this, for what goes before its page does.
 */
export function forgetOnLeaving(holds: () => boolean, forget: () => void, signal?: AbortSignal): void {
  const until = signal === undefined ? {} : { signal };
  let leaving = false;
  addEventListener('beforeunload', (event) => {
    if (!leaving && holds()) event.preventDefault();
  }, until);
  addEventListener('quick-exit', () => {
    leaving = true;
    forget();
  }, until);
  addEventListener('pagehide', forget, until);
}
