/** «Borrar todo»: wipes, and puts a plain screen in the place of the page without asking the network for anything. */
class EraseAll extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-erase]');
    if (button === null) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      button.disabled = true;
      // A tab with a name saves nothing (register.ts); it forgets the name when it is closed.
      if (window.name === '') window.name = 'sin-copia';
      import('#offline/erase.ts')
        .then(({ eraseAll }) => eraseAll())
        .catch(() => false)
        .then((gone) => this.#show(gone, button));
    });
  }

  #show(gone: boolean, button: HTMLButtonElement): void {
    const screen = this.querySelector('template')?.content;
    if (!gone || screen === undefined) {
      button.disabled = false;
      const said = this.querySelector('[data-said]');
      if (said !== null) said.textContent = this.dataset['failed'] ?? '';
      return;
    }
    document.body.replaceChildren(screen.cloneNode(true));
    document.querySelector('h1')?.focus();
  }
}

customElements.define('erase-all', EraseAll);
