/**
 * A class lives in the memory of its page. Before the page is left while something is counted, the
 * browser asks; then, and when a kept page comes back, everything is forgotten. The quick exit never asks.
 */
export function forgetOnLeaving(holds: () => boolean, forget: () => void): void {
  let leaving = false;
  addEventListener('beforeunload', (event) => {
    if (!leaving && holds()) event.preventDefault();
  });
  addEventListener('quick-exit', () => {
    leaving = true;
    forget();
  });
  addEventListener('pagehide', forget);
}
