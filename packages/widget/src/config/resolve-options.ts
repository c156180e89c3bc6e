import type { WidgetOptions } from './widget-options.js';

/**
 * Attributes of the script tag and what stands in for those that are missing; null without a site key.
 * `fallback.server` is any address there. Throws when `data-server` is no address.
 */
export function resolveOptions(
  given: Readonly<Record<string, string | undefined>>,
  fallback: { readonly server: string; readonly locale: string },
): WidgetOptions | null {
  if (!given['site']) return null;
  return {
    site: given['site'],
    server: new URL(given['server'] || fallback.server).origin,
    color: given['color'] || null,
    position: given['position'] === 'start' ? 'start' : 'end',
    label: given['label'] || null,
    locale: given['locale'] || fallback.locale,
    theme: given['theme'] === 'light' || given['theme'] === 'dark' ? given['theme'] : 'auto',
  };
}
