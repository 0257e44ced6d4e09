import { checkedLine, checkedText, localDay, type CheckedStep } from '#domain/plan/checked.ts';
import { dayInWords, fill } from '#domain/phrases.ts';
import { copyText } from './copy.ts';
import { element } from './dom.ts';
import { printSheet } from './sheet.ts';
import type { ToolKit } from './tool.ts';

interface Step {
  readonly title: string;
  readonly tick: HTMLInputElement;
  readonly note: HTMLInputElement;
  readonly field: HTMLElement;
  day: string | null;
}

/**
 * «Lo que ya revisé»: a date and room for a note beside each ticked step, and a summary to copy or
 * print. Lives in this page only. Returns what wipes it.
 */
export function startWalk(section: HTMLElement, { checked: words }: ToolKit, language: string): () => void {
  const said = element('p', { role: 'status', className: 'said' });
  const list = element('ul', { className: 'checked' });
  const copy = element('button', { className: 'press', type: 'button' }, words.copy);
  const print = element('button', { className: 'press', type: 'button' }, words.print);
  const box = element('section', { className: 'summary flow', hidden: true }, element('h3', {}, words.title), list, element('p', { className: 'quiet' }, words.lead), element('p', { className: 'row' }, copy, print), said);
  section.querySelector('ol')?.after(box);

  const steps = [...section.querySelectorAll<HTMLElement>('[data-step]')].map((item): Step => {
    const id = `nota-${item.dataset['step'] ?? ''}`;
    const note = element('input', { id, autocomplete: 'off', maxLength: 300 });
    note.setAttribute('aria-describedby', `${id}-pista`);
    const title = item.querySelector('strong')?.textContent ?? '';
    const label = element('label', { htmlFor: id }, words.note, element('span', { className: 'hidden-words' }, ` (${title})`));
    const field = element('div', { className: 'field', hidden: true }, label, element('p', { className: 'quiet', id: `${id}-pista` }, words.noteHint), note);
    item.append(field);
    return { title, tick: item.querySelector('input[type=checkbox]') as HTMLInputElement, note, field, day: null };
  });
  const asChecked = (): CheckedStep[] => steps.map(({ title, day, note }) => ({ title, day, note: note.value }));

  const show = (): void => {
    for (const step of steps) {
      if (!step.tick.checked) step.day = null;
      else step.day ??= dayInWords(localDay(new Date()), language);
      step.field.hidden = step.day === null;
      const beside = step.tick.nextElementSibling?.querySelector('[data-day]');
      if (beside != null) beside.textContent = step.day === null ? '' : ` · ${fill(words.on, { day: step.day })}`;
    }
    box.hidden = steps.every(({ day }) => day === null);
    list.replaceChildren(...asChecked().map((step) => element('li', { dataset: { done: String(step.day !== null) } }, checkedLine(step, words))));
  };
  section.addEventListener('change', show);
  section.addEventListener('input', show);
  copy.addEventListener('click', () => void copyText(checkedText(asChecked(), words), said, words));
  print.addEventListener('click', () => printSheet(element('article', {}, element('h2', {}, words.title), list.cloneNode(true)), 'a4'));
  show();

  return () => {
    for (const step of steps) [step.tick.checked, step.note.value] = [false, ''];
    said.textContent = '';
    show();
  };
}
