import type { Localized } from './playbook.js';
import type { WidgetTextOverrides } from './widget-texts.js';

/** What a site's visitors are asked before they may write. */
export interface ConsentSettings {
  /** The question in the words the visitor reads, up to 600 characters a language. */
  readonly text: Localized;
  /** Where it is explained: an https address. Null: nowhere. */
  readonly link: string | null;
}

/**
 * When the widget speaks first. The page and the campaign have to fit; then time or the intent to leave brings it up, the
 * first of several that fit, and once per visitor.
 */
export interface GreetingRule {
  /** Unique within the site. */
  readonly key: string;
  readonly text: Localized;
  /** Paths of pages, `*` for anything: `/pricing`, `/docs/*`. None: every page. */
  readonly pages: readonly string[];
  /** Values of `utm_campaign` in the page's address. None: also without one. */
  readonly campaigns: readonly string[];
  /** Seconds on the page; null: not by time. */
  readonly afterSeconds: number | null;
  /** When the pointer leaves the page at its top. */
  readonly whenLeaving: boolean;
}

/** A rule as a page gets it, with its text in one language. */
export type Greeting = Omit<GreetingRule, 'text'> & { readonly text: string };

/** What a site changes about its widget. */
export interface WidgetSettings {
  /** Null: visitors may write at once. */
  readonly consent: ConsentSettings | null;
  readonly texts: WidgetTextOverrides;
  /** The first that fits wins. */
  readonly greetings: readonly GreetingRule[];
}

/** The question for consent as one visitor sees it, and what they have answered. */
export interface ConsentAsked {
  /** Names the wording: another one is asked anew. */
  readonly version: string;
  readonly text: string;
  readonly link: string | null;
  /** Null: not answered yet. */
  readonly granted: boolean | null;
}
