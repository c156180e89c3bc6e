import type { WidgetOptions } from './widget-options.js';

/** Options as they come: from attributes as strings, from a page as anything. */
export type GivenOptions = { readonly [K in keyof WidgetOptions]?: unknown };

/**
 * The options with server and language filled in. `fallback.server` is any address there.
 * Throws when `server` is no address.
 */
export function resolveOptions(
  given: GivenOptions,
  fallback: { readonly server: string; readonly locale: string },
): WidgetOptions {
  const { server, locale } = given;
  return {
    ...given,
    server: new URL(`${server || fallback.server}`).origin,
    locale: `${locale || fallback.locale}`,
  } as WidgetOptions;
}
