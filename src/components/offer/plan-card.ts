import { planLines, planText, type PlanLine } from '#domain/plan/card.ts';
import { copyText } from './copy.ts';
import { element } from './dom.ts';
import { printSheet } from './sheet.ts';
import type { ToolKit } from './tool.ts';

type Words = ToolKit['card'];

export interface PlanCard {
  act(name: string): void;
  wipe(): void;
}

/** The card that grows from the form «Antes de ir»: shown, printed, copied or drawn on this phone; kept nowhere. */
export function startPlan(form: HTMLFormElement, { card: words, planFields }: ToolKit): PlanCard {
  const shown = form.querySelector('[data-card]') as HTMLElement;
  const said = form.querySelector('[data-plan-said]') as HTMLElement;
  const lines = (): PlanLine[] => planLines(planFields, Object.fromEntries([...new FormData(form)].map(([id, value]) => [id, String(value)])));
  const show = (): void => {
    const now = lines();
    shown.hidden = now.every(({ value }) => value === '');
    shown.replaceChildren(element('h3', {}, words.shown), cardOf(now, words));
    said.textContent = '';
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();

  const acts: Readonly<Record<string, () => void>> = {
    print: () => printSheet(cardOf(lines(), words), (form.elements.namedItem('tamano') as HTMLSelectElement).value === 'a4' ? 'a4' : 'a6'),
    copy: () => void copyText(planText(lines(), words), said, words),
    picture: () => {
      import('./plan-picture.ts')
        .then(({ drawCard }) => drawCard(lines(), words))
        .then((picture) => download(picture, words.file))
        .then(
          () => (said.textContent = words.pictured),
          () => (said.textContent = words.pictureFailed),
        );
    },
  };
  return {
    act: (name) => acts[name]?.(),
    wipe: () => {
      form.reset();
      show();
    },
  };
}

function cardOf(lines: readonly PlanLine[], words: Words): HTMLElement {
  const rows = lines.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', { dataset: { empty: String(value === '') } }, value)));
  return element('article', { className: 'plan-card' }, element('h4', {}, words.title), element('dl', {}, ...rows), element('p', {}, words.foot));
}

function download(picture: Blob, file: string): void {
  const address = URL.createObjectURL(picture);
  element('a', { href: address, download: file }).click();
  // The browser has taken it by then; the copy in memory goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
