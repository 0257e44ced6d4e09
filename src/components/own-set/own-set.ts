import { emptySet, isOwn, LIMITS, minutesFor, moved, type Entry, type OwnItem, type OwnSet, type ReadyItem } from '#domain/own-set/own-set.ts';
import { lengthOf, oneLine } from '#domain/own-set/plain-text.ts';
import { fileName } from '#domain/own-set/set-file.ts';
import { itemsOf } from '#domain/own-set/take.ts';
import type { Opening } from '#domain/own-set/wire.ts';
import { fill } from '#domain/phrases.ts';
import { dataOf, one } from '#components/classroom/dom.ts';
import { forgetOnLeaving } from '#components/classroom/leaving.ts';
import { saveFile } from '#components/classroom/save-file.ts';
import { ChosenList, type Act } from './chosen-list.ts';
import type { OwnSetData } from './data.ts';
import { listenForFiles, listenForLinks, type From } from './incoming.ts';
import { Keep } from './keep.ts';
import { openedNotice, troubleNotice } from './notice.ts';
import { OwnForm } from './own-form.ts';
import { classWith, type RunningClass } from './play.ts';
import { ReadyList } from './ready-list.ts';
import { Sheet } from './sheet.ts';
import type { Kind } from './take-files.ts';

/** What makes no sense with an empty set. */
const NEEDS_SOME = ['cards', 'kiosk', 'file', 'link', 'take', 'sheet'];

/** A teacher's set while it is put together. It lives in this page alone, until the teacher takes it along as a link or a file. */
class OwnSetTool extends HTMLElement {
  #data!: OwnSetData;
  #ready: ReadonlyMap<string, ReadyItem> = new Map();
  #set: OwnSet = emptySet;
  /** The set before the last change, and the set as it was last kept or opened. */
  #before: OwnSet | undefined;
  #kept: OwnSet = emptySet;
  #list!: ReadyList;
  #chosen!: ChosenList;
  #form!: OwnForm;
  #keep!: Keep;
  #sheet!: Sheet;
  #class: RunningClass | undefined;

  connectedCallback(): void {
    this.#data = dataOf<OwnSetData>(this);
    const { items, words } = this.#data;
    this.#ready = new Map(items.map((item) => [item.id, item]));
    this.#list = new ReadyList(this, this.#data, (id, on) => this.#tick(id, on));
    this.#chosen = new ChosenList(one(this, '[data-chosen]'), this.#ready, words, (act, at) => this.#act(act, at));
    this.#form = new OwnForm(one(this, '[data-own-form]'), words, (item, old) => this.#keepOwn(item, old));
    this.#keep = new Keep(one(this, '[data-keep]'), words.keep);
    this.#sheet = new Sheet(this, words.question, () => this.#items());
    this.addEventListener('click', ({ target }) => this.#press((target as Element).closest<HTMLElement>('[data-do]')));
    one(this, '[data-name]').addEventListener('input', () => this.#rename());
    forgetOnLeaving(() => this.#form.holds || (this.#set !== this.#kept && this.#set.entries.length > 0), () => this.#forget());
    this.#paint();
    this.hidden = false;
    const addresses = new Set(this.#ready.keys());
    listenForFiles(this, addresses, (opening, from) => this.#receive(opening, from));
    listenForLinks(addresses, (opening, from) => this.#receive(opening, from));
  }

  #title = (): string => this.#set.title || this.#data.words.chosen.untitled;
  #items = () => itemsOf(this.#set, this.#ready, this.#data.words.chosen.mark);

  #press(button: HTMLElement | null): void {
    const what = button?.dataset['do'];
    const { said, write } = this.#data.words;
    // The buttons of a running class carry a data-do too.
    if (button === null || what === undefined || (this.#class !== undefined && what !== 'close')) return;
    if (NEEDS_SOME.includes(what) && this.#set.entries.length === 0) return this.#notice(said.needSome);
    if (what === 'add-all') this.#addAll();
    if (what === 'write' && !this.#form.open()) this.#say(write.busy);
    if (what === 'cancel') this.#cancel();
    if (what === 'undo') this.#undo();
    if (what === 'clear') this.#clear();
    if (what === 'see') one(this, '#tu-conjunto').focus();
    if (what === 'sheet') this.#sheet.toggle(button);
    if (what === 'cards' || what === 'kiosk') this.#openClass(what);
    if (what === 'close') this.#closeClass();
    if (what === 'file') this.#keepFile();
    if (what === 'link') void this.#keepLink();
    if (what === 'copy') void this.#keep.copy();
    if (what === 'take') void this.#takeAlong(button.dataset['kind'] as Kind);
  }

  #change(next: OwnSet, said = ''): void {
    this.#before = this.#set;
    this.#set = next;
    this.#keep.forget();
    this.#paint(said);
  }

  #changeEntries(entries: readonly Entry[], said = ''): void {
    this.#change({ ...this.#set, entries }, said);
  }

  #paint(said = ''): void {
    this.#list.paint(this.#set);
    this.#chosen.paint(this.#set);
    this.#sheet.paint(this.#title());
    one(this, '[data-do=undo]').hidden = this.#before === undefined;
    one(this, '[data-do=clear]').hidden = this.#set.entries.length === 0;
    this.#say(said);
  }

  /** Says a sentence and how the set stands, in the line that is always in sight. */
  #say(sentence: string): void {
    const { said } = this.#data.words;
    const n = this.#set.entries.length;
    const pattern = n === 0 ? said.none : n === 1 ? said.one : said.many;
    one(this, '[data-said]').textContent = `${sentence} ${fill(pattern, { n, ...minutesFor(n) })}`.trim();
  }

  /** Says what must be read, at the top and with the focus; without lines it is taken away. */
  #notice(...lines: (HTMLElement | string)[]): void {
    const box = one(this, '[data-notice]');
    box.hidden = lines.length === 0;
    box.replaceChildren(...lines.map((line) => (typeof line === 'string' ? Object.assign(document.createElement('p'), { textContent: line }) : line)));
    if (lines.length > 0) box.focus();
  }

  #tick(id: string, on: boolean): void {
    const { said } = this.#data.words;
    const { entries } = this.#set;
    if (!on) return this.#changeEntries(entries.filter((entry) => entry !== id), said.removed);
    if (entries.length >= LIMITS.entries) return this.#paint(fill(said.full, { n: LIMITS.entries }));
    this.#changeEntries([...entries, id], said.added);
  }

  #addAll(): void {
    const { said } = this.#data.words;
    const { entries } = this.#set;
    const fresh = this.#list.shown().filter((id) => !entries.includes(id));
    const fitting = fresh.slice(0, LIMITS.entries - entries.length);
    const sentence = fitting.length < fresh.length ? fill(said.someFull, { n: fitting.length, most: LIMITS.entries }) : '';
    if (fitting.length > 0) this.#changeEntries([...entries, ...fitting], sentence);
    else this.#say(sentence);
  }

  #act(act: Act, at: number): void {
    const { entries } = this.#set;
    const { said, write } = this.#data.words;
    const entry = entries[at];
    if (act === 'edit') {
      if (entry !== undefined && isOwn(entry) && !this.#form.open(entry)) this.#say(write.busy);
    } else if (act === 'remove') {
      this.#changeEntries(entries.filter((_, i) => i !== at), said.removed);
      this.#chosen.focus(Math.min(at, entries.length - 2), act);
    } else {
      const to = at + (act === 'up' ? -1 : 1);
      this.#changeEntries(moved(entries, at, act === 'up' ? -1 : 1), fill(said.moved, { n: to + 1, total: entries.length }));
      this.#chosen.focus(to, act);
    }
  }

  #keepOwn(item: OwnItem, old: OwnItem | undefined): void {
    const { entries } = this.#set;
    const { said } = this.#data.words;
    const at = old === undefined ? -1 : entries.indexOf(old);
    if (at !== -1) this.#changeEntries(entries.map((entry) => (entry === old ? item : entry)));
    else if (entries.length < LIMITS.entries) this.#changeEntries([...entries, item], said.added);
    else {
      // Nothing that was written is lost: it stands in the form again.
      this.#form.open(item);
      return this.#notice(fill(said.full, { n: LIMITS.entries }));
    }
    this.#chosen.focus(at === -1 ? entries.length : at, 'edit');
  }

  #cancel(): void {
    this.#form.close();
    one(this, '[data-write] [data-do=write]').focus();
  }

  /** A name that is too long stays in its field and is not used. */
  #rename(): void {
    const title = oneLine(one<HTMLInputElement>(this, '[data-name]').value);
    const over = lengthOf(title) - LIMITS.title;
    one(this, '[data-name-fault]').textContent = over > 0 ? fill(this.#data.words.chosen.nameLong, { over }) : '';
    if (over > 0 || title === this.#set.title) return;
    this.#set = { ...this.#set, title };
    this.#keep.forget();
    this.#sheet.paint(this.#title());
  }

  /** Puts another set in this one's place; its name goes into the field. */
  #replace(next: OwnSet, said = ''): void {
    this.#change(next, said);
    one<HTMLInputElement>(this, '[data-name]').value = next.title;
    one(this, '[data-name-fault]').textContent = '';
  }

  #clear(): void {
    this.#notice();
    this.#replace(emptySet, this.#data.words.said.cleared);
    one(this, '[data-do=undo]').focus();
  }

  #undo(): void {
    if (this.#before === undefined) return;
    this.#notice();
    this.#replace(this.#before, this.#data.words.said.undone);
    one(this, '[data-do=undo]').focus();
  }

  #openClass(mode: 'cards' | 'kiosk'): void {
    const { words } = this.#data;
    this.#notice();
    this.#class = classWith(this, mode, fileName(this.#title()), this.#items(), words);
    const name = one(this, '[data-class-name]');
    name.textContent = fill(words.play.name, { mode: words[mode], set: this.#title() });
    this.#show(true);
    one(this, '[data-class-place]').replaceChildren(this.#class);
    scrollTo(0, 0);
    name.focus();
  }

  /** Ends the class; false when its counts would be lost and the teacher said no. */
  #closeClass(): boolean {
    if (this.#class?.counting === true && !confirm(this.#data.words.play.lose)) return false;
    this.#class = undefined;
    one(this, '[data-class-place]').replaceChildren();
    this.#show(false);
    one(this, '#tu-conjunto').focus();
    return true;
  }

  #show(inClass: boolean): void {
    one(this, '[data-builder]').hidden = inClass;
    one(this, '[data-class]').hidden = !inClass;
  }

  #keepFile(): void {
    this.#keep.file(this.#set, this.#title());
    this.#kept = this.#set;
  }

  async #keepLink(): Promise<void> {
    const set = this.#set;
    await this.#keep.link(set);
    this.#kept = set;
  }

  async #takeAlong(kind: Kind): Promise<void> {
    const { words, takeAlong } = this.#data;
    const set = { title: this.#title(), intro: words.take.intro, items: this.#items() };
    const told = one(this, '[data-taken]');
    try {
      const { takeFile } = await import('./take-files.ts');
      const { text, type } = takeFile(kind, set, takeAlong, words.take.origin);
      const name = `${fileName(set.title)}.${kind}`;
      saveFile(text, name, type);
      told.textContent = fill(words.take.saved, { name });
    } catch {
      told.textContent = words.take.failed;
    }
  }

  #receive(opening: Opening, from: From): void {
    const { words } = this.#data;
    const had = this.#set.entries.length > 0;
    if (this.#class !== undefined && !this.#closeClass()) return;
    if ('trouble' in opening) return this.#notice(...troubleNotice(from, opening.trouble, words, had));
    this.#replace(opening.set);
    this.#kept = this.#set;
    this.#notice(...openedNotice(opening, words, had));
  }

  /** Others use this device: what the page held goes with it. */
  #forget(): void {
    this.#form.close();
    this.#replace(emptySet);
    [this.#kept, this.#before] = [this.#set, undefined];
    this.#paint();
    this.#notice();
  }
}

customElements.define('own-set', OwnSetTool);
