/** Shows the two buttons that need script: the phone's own share sheet, where there is one, and print. */
class ShareBar extends HTMLElement {
  connectedCallback(): void {
    const share = this.querySelector<HTMLButtonElement>('[data-share]');
    const print = this.querySelector<HTMLButtonElement>('[data-print]');
    if (share !== null && 'share' in navigator) {
      share.hidden = false;
      share.addEventListener('click', () => {
        // A closed share sheet rejects; that is the reader's choice, not a fault.
        navigator.share({ title: this.dataset['title'] ?? document.title, url: location.href.split('#')[0] ?? '' }).catch(() => undefined);
      });
    }
    if (print !== null) {
      print.hidden = false;
      print.addEventListener('click', () => window.print());
    }
  }
}

customElements.define('share-bar', ShareBar);
