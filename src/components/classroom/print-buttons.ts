import { all } from './dom.ts';

/** Opens every answer for the key, shuts them for the worksheet, prints, and leaves the page as it was. */
class PrintButtons extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-print]')?.dataset['print'];
      if (what === undefined) return;
      const answers = all(document, 'details.key') as HTMLDetailsElement[];
      const before = answers.map(({ open }) => open);
      for (const each of answers) each.open = what === 'key';
      print();
      answers.forEach((each, i) => (each.open = before[i] ?? false));
    });
  }
}

customElements.define('print-buttons', PrintButtons);
