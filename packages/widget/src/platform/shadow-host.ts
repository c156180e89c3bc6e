const TAG = 'baton-chat';

/**
 * The element that carries the widget. A popover, so that it stands in the top layer above everything the page
 * does with `z-index` and `transform`; it shows itself again whenever the page moves it. Calls back when one has been
 * put into the page and when it has been taken out.
 */
export function defineShadowHost(watch: (host: HTMLElement, isThere: boolean) => void): void {
  if (customElements.get(TAG)) return;
  class ShadowHost extends HTMLElement {
    connectedCallback(): void {
      watch(this, true);
      this.popover = 'manual';
      this.showPopover();
    }

    disconnectedCallback(): void {
      // One that is only moved is back at once.
      queueMicrotask(() => this.isConnected || watch(this, false));
    }
  }
  customElements.define(TAG, ShadowHost);
}

export function createShadowHost(): HTMLElement {
  return document.createElement(TAG);
}
