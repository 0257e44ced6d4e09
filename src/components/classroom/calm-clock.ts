/** Counts the time that a class has taken, upwards and without an end: it never hurries anyone. Hidden until asked for. */
export class CalmClock {
  #face: HTMLElement;
  #toggle: HTMLElement;
  #since = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(face: HTMLElement, toggle: HTMLElement) {
    this.#face = face;
    this.#toggle = toggle;
    toggle.addEventListener('click', () => this.toggle());
  }

  toggle(): void {
    if (this.#ticking !== undefined) return this.stop();
    this.#since = performance.now();
    this.#ticking = setInterval(() => this.#paint(), 1000);
    this.#paint();
    this.#shown(true);
  }

  stop(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#shown(false);
  }

  #shown(on: boolean): void {
    this.#face.hidden = !on;
    this.#toggle.setAttribute('aria-pressed', String(on));
  }

  #paint(): void {
    const seconds = Math.floor((performance.now() - this.#since) / 1000);
    this.#face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
