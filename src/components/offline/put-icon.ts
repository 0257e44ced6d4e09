/** What Chromium hands a page that may be installed. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** The name under which the site is put on the screen: the page's manifest is changed before anything is installed. */
class PutIcon extends HTMLElement {
  #offer: InstallOffer | undefined;

  connectedCallback(): void {
    const choice = this.querySelector<HTMLElement>('[data-choice]');
    const button = this.querySelector<HTMLElement>('[data-install]');
    if (choice === null || button === null) return;
    choice.hidden = false;
    choice.addEventListener('change', () => this.#name(choice.querySelector<HTMLInputElement>(':checked')?.value ?? 'sin-trampa', button));
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#offer = event as InstallOffer;
      button.hidden = false;
    });
    button.addEventListener('click', () => void this.#offer?.prompt());
  }

  #name(name: string, button: HTMLElement): void {
    // The old offer would install the old name; the browser makes a new one for the new manifest.
    this.#offer = undefined;
    button.hidden = true;
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/sin-internet/${name}.webmanifest`);
    document.querySelector('link[rel=apple-touch-icon]')?.setAttribute('href', `/marca/${name}-180.png`);
  }
}

customElements.define('put-icon', PutIcon);
