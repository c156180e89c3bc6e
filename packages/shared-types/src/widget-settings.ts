import type { Localized } from './playbook.js';
import type { WidgetTextOverrides } from './widget-texts.js';

/** What a site's visitors are asked before they may write. */
export interface ConsentSettings {
  /** The question in the words the visitor reads, up to 600 characters a language. */
  readonly text: Localized;
  /** Where it is explained: an https address. Null: nowhere. */
  readonly link: string | null;
}

/** What a site changes about its widget. */
export interface WidgetSettings {
  /** Null: visitors may write at once. */
  readonly consent: ConsentSettings | null;
  readonly texts: WidgetTextOverrides;
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
