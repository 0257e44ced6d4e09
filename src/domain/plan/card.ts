import { oneLine } from './one-line.ts';

/** One line of the plan card: what it is about, and what the person wrote, which may be nothing. */
export interface PlanLine {
  readonly label: string;
  readonly value: string;
}

export interface CardWords {
  readonly title: string;
  readonly foot: string;
}

/** The card's lines in the order of the fields. Empty ones stay, so that paper has room to write by hand. */
export function planLines(fields: readonly { readonly id: string; readonly label: string }[], answers: Readonly<Record<string, string>>): PlanLine[] {
  return fields.map(({ id, label }) => ({ label, value: oneLine(answers[id] ?? '') }));
}

/** The card as text for a chat: only what was filled in. */
export function planText(lines: readonly PlanLine[], words: CardWords): string {
  return [words.title, ...lines.filter(({ value }) => value !== '').map(({ label, value }) => `${label}: ${value}`), words.foot].join('\n');
}

/**
 * Breaks a text into lines for which `fits` holds; a single word that is too long is broken within.
 * No letter is lost. `fits` must hold for one letter, or that letter stands alone.
 */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
