import { createElement } from '../platform/create-element.js';

export function pageAddress(): URL {
  return new URL(location.href);
}

export function setPageLanguage(locale: string): void {
  document.documentElement.lang = locale;
}

/** One link per scene; keeps the other choices of the address. */
export function showLinks(scenes: readonly string[]): void {
  const links = scenes.map((scene) => {
    const address = pageAddress();
    address.searchParams.set('scene', scene);
    address.searchParams.set('open', '1');
    return createElement('a', { href: address.href }, scene);
  });
  document.querySelector('nav')?.append(...links);
}
