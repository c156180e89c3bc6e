const TAG = 'baton-widget';

/**
 * The element that carries the widget. A popover, so that it stands in the top layer above everything the page
 * does with `z-index` and `transform`; it shows itself again whenever the page moves it.
 */
export function createShadowHost(): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  if (!customElements.get(TAG)) customElements.define(TAG, ShadowHost);
  const host = document.createElement(TAG);
  return { host, root: host.attachShadow({ mode: 'open' }) };
}

class ShadowHost extends HTMLElement {
  connectedCallback(): void {
    this.popover = 'manual';
    this.showPopover();
  }
}
