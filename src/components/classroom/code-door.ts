import { readClassCode } from '#domain/classroom/class-code.ts';
import { tidy } from '#domain/classroom/code.ts';
import { setIds } from '#domain/classroom/set-ids.ts';
import type { ClassroomPhrases } from '#domain/classroom/view.ts';
import { dataOf, one } from './dom.ts';

interface Data {
  /** The sets that this site has pages for. */
  readonly sets: readonly string[];
  readonly words: Pick<ClassroomPhrases['pupil'], 'wrong' | 'unknown' | 'none'>;
}

/** Reads a class code, from the address or as typed, and goes on to its set. The code stays after `#`: no server sees it. */
class CodeDoor extends HTMLElement {
  connectedCallback(): void {
    const form = one<HTMLFormElement>(this, 'form');
    const input = one<HTMLInputElement>(form, 'input');
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#enter(input.value)) input.focus();
    });
    const arrive = (): void => {
      if (location.hash.length > 1) this.#enter((input.value = location.hash.slice(1)));
    };
    addEventListener('hashchange', arrive);
    arrive();
  }

  #enter(typed: string): boolean {
    const { sets, words } = dataOf<Data>(this);
    const code = readClassCode(typed);
    const set = code === undefined ? undefined : setIds[code.set];
    const known = set !== undefined && sets.includes(set);
    if (known) location.replace(`/docentes/${set}/responder/#${tidy(typed)}`);
    one(this, '[data-problem]').textContent = known ? '' : tidy(typed) === '' ? words.none : code === undefined ? words.wrong : words.unknown;
    return known;
  }
}

customElements.define('code-door', CodeDoor);
