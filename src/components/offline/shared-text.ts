interface Checker extends HTMLElement {
  take(text: string, said: string): void;
}

/** Asks the worker for the text that was shared, once, and puts it into the checker's field. It stays in memory on all its way. */
class SharedText extends HTMLElement {
  connectedCallback(): void {
    if (location.hash !== '#compartido') return;
    history.replaceState(null, '', location.pathname);
    const { port1, port2 } = new MessageChannel();
    const hand = async (text: unknown): Promise<void> => {
      await customElements.whenDefined('offer-checker');
      const checker = document.querySelector<Checker>('offer-checker');
      if (typeof text === 'string' && text !== '') checker?.take(text, this.dataset['shared'] ?? '');
      else checker?.take('', this.dataset['lost'] ?? '');
    };
    port1.onmessage = ({ data }) => void hand(data);
    const worker = navigator.serviceWorker?.controller;
    if (worker == null) void hand(undefined);
    else worker.postMessage('shared', [port2]);
  }
}

customElements.define('shared-text', SharedText);
