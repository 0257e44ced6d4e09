import { spanishVoice } from '#domain/read-aloud/voice.ts';
import { passagesOf, type Passage } from './passage.ts';

const SLOW = 0.7;

/**
 * `<read-aloud data-reads="id">`: pause, sentence back and on, slower, close. A pause cancels and the
 * sentence begins anew: `speechSynthesis.pause()` never comes back on many Androids. Stops on leaving.
 * With `data-follows` it waits at the end, and reads on from the heading that sends `read-on`; it never
 * speaks up by itself after a pause: whoever paused may have company.
 */
class ReadAloud extends HTMLElement {
  #voice: SpeechSynthesisVoice | undefined;
  #passages: Passage[] = [];
  #at = 0;
  #rate = 1;
  #speaking = false;
  /** Counts what was said, so that the late end of something cancelled moves nothing on. */
  #turn = 0;
  readonly #leave = (): void => this.#stop();
  readonly #follow = ({ target }: Event): void => this.#goOn(target as Node);

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return;
    const look = (): void => {
      this.#voice = spanishVoice(speechSynthesis.getVoices());
      this.hidden = this.#voice === undefined;
    };
    look();
    speechSynthesis.addEventListener?.('voiceschanged', look);
    this.addEventListener('click', (event) => this.#do((event.target as Element).closest('button')?.dataset['do']));
    addEventListener('pagehide', this.#leave);
    addEventListener('quick-exit', this.#leave);
    if ('follows' in this.dataset) addEventListener('read-on', this.#follow);
  }

  #button = (name: string): HTMLButtonElement => this.querySelector(`[data-do=${name}]`)!;

  #do(what: string | undefined): void {
    if (what === 'start') this.#start();
    else if (what === 'pause') this.#speaking ? this.#hush() : this.#resume();
    else if (what === 'previous') this.#move(-1);
    else if (what === 'next') this.#move(1);
    else if (what === 'slower') this.#slower();
    else if (what === 'stop') {
      this.#stop();
      this.#button('start').focus();
    }
  }

  #collect(): void {
    this.#passages = passagesOf(document.getElementById(this.dataset['reads'] ?? '') ?? document.body);
  }

  #start(): void {
    this.#collect();
    this.#at = 0;
    this.querySelector<HTMLElement>('.bar')!.hidden = false;
    this.#button('pause').focus();
    this.#say();
  }

  /** Says the sentence again that was paused; from the top where all was said. */
  #resume(): void {
    if (this.#at >= this.#passages.length) this.#at = 0;
    this.#say();
  }

  /** The page shows something else now: reads on from there, or is ready to. */
  #goOn(from: Node): void {
    if (this.#passages.length === 0) return;
    const paused = !this.#speaking && this.#at < this.#passages.length;
    this.#collect();
    this.#at = this.#passages.findIndex(({ block }) => block === from || (from.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    if (paused) this.#mark();
    else this.#say();
  }

  #move(step: number): void {
    this.#at = Math.max(0, Math.min(this.#passages.length - 1, this.#at + step));
    this.#say();
  }

  #slower(): void {
    this.#rate = this.#rate === 1 ? SLOW : 1;
    this.#button('slower').setAttribute('aria-pressed', `${this.#rate !== 1}`);
    this.#say();
  }

  #say(): void {
    const passage = this.#passages[this.#at];
    this.#hush();
    if (passage === undefined) return 'follows' in this.dataset ? this.#mark() : this.#stop();
    this.#show(true);
    this.#mark(passage);
    const utterance = new SpeechSynthesisUtterance(passage.text);
    const turn = this.#turn;
    utterance.voice = this.#voice ?? null;
    utterance.lang = this.#voice?.lang ?? 'es';
    utterance.rate = this.#rate;
    utterance.onend = () => {
      if (turn !== this.#turn) return;
      this.#at += 1;
      this.#say();
    };
    // A voice that fails leaves the reader with a button to try again, and the sentence marked.
    utterance.onerror = () => turn === this.#turn && this.#hush();
    speechSynthesis.speak(utterance);
  }

  #hush(): void {
    this.#turn += 1;
    speechSynthesis.cancel();
    this.#show(false);
  }

  #show(speaking: boolean): void {
    this.#speaking = speaking;
    this.#button('pause').textContent = this.dataset[speaking ? 'pause' : 'resume'] ?? '';
  }

  #mark(passage?: Passage): void {
    document.querySelector('[data-heard]')?.removeAttribute('data-heard');
    const marks = 'highlights' in CSS ? CSS.highlights : undefined;
    marks?.delete('read-aloud');
    if (passage === undefined) return;
    if (marks === undefined) passage.block.setAttribute('data-heard', '');
    else marks.set('read-aloud', new Highlight(passage.range));
    const { top, bottom } = passage.range.getBoundingClientRect();
    if (top < 64 || bottom > innerHeight - 80) passage.block.scrollIntoView({ block: 'center' });
  }

  #stop(): void {
    if (this.#passages.length === 0) return;
    this.#hush();
    this.#mark();
    this.#passages = [];
    const bar = this.querySelector<HTMLElement>('.bar');
    if (bar !== null) bar.hidden = true;
  }
}

customElements.define('read-aloud', ReadAloud);
