import type { Disposer } from './listen.js';

/** Adds a constructed style sheet to the root: works under a strict Content Security Policy, unlike `<style>`. */
export function adoptStyles(root: ShadowRoot, css: string): Disposer {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Whether the browser understands `value` as a colour. */
export function isColor(value: string): boolean {
  return CSS.supports('color', value);
}
