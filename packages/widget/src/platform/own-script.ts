/** The script tag that loaded us. `currentScript` is null for modules and for tags added by tag managers. */
export function findOwnScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  return document.querySelector<HTMLScriptElement>('script[data-site][src*="loader"]');
}
