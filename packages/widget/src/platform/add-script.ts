/** Adds a script tag with `data-*` attributes, unless there is one with this address. Does nothing where there is no page. */
export function addScript(src: string, data: object, nonce?: string): void {
  if (typeof document === 'undefined') return;
  if ([...document.scripts].some((script) => script.src === src)) return;
  const script = document.createElement('script');
  script.async = true;
  script.src = src;
  for (const [name, value] of Object.entries(data)) script.dataset[name] = `${value}`;
  if (nonce) script.nonce = nonce;
  document.head.append(script);
}
