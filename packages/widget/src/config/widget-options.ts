/** What a page can set: as `data-*` attributes of the script tag or of `<baton-chat>`, or for `init`. */
export interface BatonOptions {
  /** The public site key. Required. */
  readonly site: string;
  /** Origin of the Baton server. Default: where the script came from. */
  readonly server?: string;
  /** Any CSS colour. Text on it turns black or white, and where it marks text it is moved until it can be read. Default: Baton's blue. */
  readonly color?: string;
  /** The corner at the `end` (default) or `start` of the line, so it mirrors on right-to-left pages. */
  readonly position?: 'start' | 'end';
  /** Words beside the launcher's icon. Default: icon only. */
  readonly label?: string;
  /** What the launcher shows: `icon` (default; with the label, if there is one), `text` (the label alone) or `none`: the page opens the chat itself. */
  readonly launcher?: 'icon' | 'text' | 'none';
  /** BCP 47. Default: the page's language, else the device's. */
  readonly locale?: string;
  /** `light`, `dark` or `auto` (default: as the device). */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `idle` loads the chat once the page has nothing to do. Default: when the visitor shows interest (hover, focus, touch). */
  readonly prefetch?: 'intent' | 'idle';
  /** `true` puts personal data into events: texts, names, values. Default: left out. */
  readonly personal?: boolean;
}

/** The options as the widget uses them. Attributes are strings and pages hold anything, so every reader checks. */
export interface WidgetOptions extends Omit<BatonOptions, 'personal'> {
  readonly server: string;
  readonly locale: string;
  readonly personal?: boolean | string;
}
