/** False where a page is prepared on a server. */
export function hasPage(): boolean {
  return typeof document !== 'undefined';
}

/** Adds a script tag with `data-*` attributes, unless there is one with this address. Does nothing where there is no page. */
export function addScript(src: string, data: object, nonce?: string): void {
  if (!hasPage()) return;
  if ([...document.scripts].some((script) => script.src === src)) return;
  const script = document.createElement('script');
  script.async = true;
  script.src = src;
  for (const [name, value] of Object.entries(data)) script.dataset[name] = `${value}`;
  if (nonce) script.nonce = nonce;
  document.head.append(script);
}

/** Takes the tags with this address away, so that `addScript` runs the script once more. */
export function removeScript(src: string): void {
  for (const script of [...document.scripts]) if (script.src === src) script.remove();
}
