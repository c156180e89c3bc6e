/** Everything a page can set, by `data-*` attributes of the script tag. */
export interface WidgetOptions {
  /** `data-site`: the public site key. Required. */
  readonly site: string;
  /** `data-server`: origin of the Baton server. Default: the origin the script came from. */
  readonly server: string;
  /** `data-color`: any CSS colour; text on it turns black or white by itself. Default: Baton's blue. */
  readonly color: string | null;
  /** `data-position`: the corner at the `end` (default) or `start` of the line, so it mirrors on right-to-left pages. */
  readonly position: 'start' | 'end';
  /** `data-label`: words beside the launcher's icon. Default: icon only. */
  readonly label: string | null;
  /** `data-locale`: BCP 47. Default: the page's language, else the device's. */
  readonly locale: string;
  /** `data-theme`: `light`, `dark` or `auto` (default: as the device). */
  readonly theme: 'auto' | 'light' | 'dark';
}
