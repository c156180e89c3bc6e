/**
 * The script tag that loaded us. `currentScript` is null for modules and for tags added by tag managers, and on some
 * pages a form of that name, which has no address.
 */
export function findOwnScript(): HTMLScriptElement | null {
  const current = document.currentScript as HTMLScriptElement | null;
  return current?.src
    ? current
    : document.querySelector('script[data-site][src*="loader"],script[src*="/widget/loader"]');
}
