import { LONG_LINK, toLink } from '#domain/own-set/link.ts';
import type { OwnSet } from '#domain/own-set/own-set.ts';
import { FILE_ENDING, fileName, toFile } from '#domain/own-set/set-file.ts';
import { fill } from '#domain/phrases.ts';
import { one } from '#components/classroom/dom.ts';
import { saveFile } from '#components/classroom/save-file.ts';
import type { OwnSetData } from './data.ts';
import { browserPress } from './press.ts';

/** The set as a link to copy or a file to save. */
export class Keep {
  #root: HTMLElement;
  #words: OwnSetData['words']['keep'];
  #asked = 0;

  constructor(root: HTMLElement, words: OwnSetData['words']['keep']) {
    this.#root = root;
    this.#words = words;
  }

  /** Takes the link away: the set is another now. */
  forget(): void {
    this.#asked += 1;
    one(this.#root, '[data-link]').hidden = true;
    this.#box().value = '';
    this.#say('');
  }

  async link(set: OwnSet): Promise<void> {
    const asked = (this.#asked += 1);
    const fragment = await toLink(set, browserPress());
    if (asked !== this.#asked) return;
    const address = `${location.origin}/docentes/armar/#${fragment}`;
    const box = this.#box();
    box.value = address;
    const pattern = address.length > LONG_LINK ? this.#words.linkLong : this.#words.linkShort;
    one(this.#root, '[data-length]').textContent = fill(pattern, { n: address.length.toLocaleString('es-PE') });
    one(this.#root, '[data-link]').hidden = false;
    box.focus();
    box.select();
    box.scrollTop = 0;
  }

  async copy(): Promise<void> {
    const box = this.#box();
    try {
      await navigator.clipboard.writeText(box.value);
      this.#say(this.#words.copied);
    } catch {
      box.focus();
      box.select();
      this.#say(this.#words.notCopied);
    }
  }

  file(set: OwnSet, title: string): void {
    const name = `${fileName(title)}${FILE_ENDING}`;
    saveFile(toFile(set), name, 'application/json');
    this.#say(fill(this.#words.fileSaved, { name }));
  }

  #box = (): HTMLTextAreaElement => one<HTMLTextAreaElement>(this.#root, 'textarea');

  #say(sentence: string): void {
    one(this.#root, '[data-kept]').textContent = sentence;
  }
}
