/** The report that a person hands over by themself: plain text, one line a thing, nothing added. */
export interface ReportLine {
  readonly label: string;
  readonly value: string;
}

/**
 * Puts the answers under their labels. What was not answered is left out, so that the page read
 * aloud at a counter has no empty lines. No date, no place and no name of who wrote it.
 */
export function reportText(title: string, lines: readonly ReportLine[], end: string): string {
  const told = lines.filter(({ value }) => value.trim() !== '').map(({ label, value }) => `${label}\n${value.trim()}`);
  return [title, ...told, end].filter((part) => part !== '').join('\n\n');
}
