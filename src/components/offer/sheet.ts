import { element } from './dom.ts';

const root = document.documentElement;

/** Takes away what was printed, so that printing from the browser's menu prints the page again. */
export function dropSheet(): void {
  delete root.dataset['sheet'];
  document.querySelector('.sheet')?.remove();
}

/**
 * Prints one thing instead of the page: the print style hides all but this sheet. It leaves with the
 * next touch or key and not on `afterprint`, which phones fire before they have read the page.
 */
export function printSheet(content: HTMLElement, size: 'a4' | 'a6'): void {
  dropSheet();
  document.body.append(element('div', { className: 'sheet', dataset: { size } }, content));
  root.dataset['sheet'] = '';
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, dropSheet, { once: true, capture: true });
  window.print();
}
