/** Copies a text and says in `said` how it went; never rejects. */
export async function copyText(text: string, said: HTMLElement, words: { copied: string; copyFailed: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = words.copied;
  } catch {
    // No clipboard: no permission, or an old browser. The words on the page can still be held and copied.
    said.textContent = words.copyFailed;
  }
}
