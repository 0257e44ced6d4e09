/** Seconds without a touch before the notice, and seconds that the notice gives. */
export const IDLE_SECONDS = 20;

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const;

/** Watches a shared device: after twenty quiet seconds `warn` counts down twenty more, then `leave` is called. Any touch begins anew. */
export class IdleWatch {
  #warn: (secondsLeft: number | undefined) => void;
  #leave: () => void;
  #quiet = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `warn` gets the seconds left, or undefined when somebody is there again. */
  constructor(warn: (secondsLeft: number | undefined) => void, leave: () => void, signal: AbortSignal) {
    this.#warn = warn;
    this.#leave = leave;
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => this.#alive(), { passive: true, capture: true, signal });
  }

  start(): void {
    this.stop();
    this.#ticking = setInterval(() => this.#second(), 1000);
  }

  stop(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#alive();
  }

  #alive(): void {
    if (this.#quiet >= IDLE_SECONDS) this.#warn(undefined);
    this.#quiet = 0;
  }

  #second(): void {
    this.#quiet += 1;
    if (this.#quiet >= 2 * IDLE_SECONDS) {
      this.stop();
      this.#leave();
    } else if (this.#quiet >= IDLE_SECONDS) this.#warn(2 * IDLE_SECONDS - this.#quiet);
  }
}
