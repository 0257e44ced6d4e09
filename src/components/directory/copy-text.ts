/** Copies the text it holds, and says so. Nothing is sent or stored. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null || !('clipboard' in navigator)) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const status = this.querySelector('[role=status]');
      navigator.clipboard.writeText(this.querySelector('.text')?.textContent ?? '').then(
        () => {
          if (status !== null) status.textContent = this.dataset['copied'] ?? '';
        },
        // Refused: the text is there to be selected by hand.
        () => (button.hidden = true),
      );
    });
  }
}

customElements.define('copy-text', CopyText);
