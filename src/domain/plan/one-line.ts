/** What a person typed, as one line: line breaks and runs of spaces become one space; cut at `most` characters, whole letters only. */
export function oneLine(typed: string, most = 200): string {
  const line = typed.replace(/[\s\u0000-\u001f]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : letters.slice(0, most).join('').trimEnd();
}
