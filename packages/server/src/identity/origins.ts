/**
 * The origin a browser named, if it is one: `https` anywhere, `http` only on this machine, and written exactly
 * as browsers write it. Anything else (`null`, a path, a port spelled oddly, another case) is no origin.
 */
export function parseOrigin(header: string | undefined): string | null {
  if (header === undefined || !URL.canParse(header)) return null;
  const url = new URL(header);
  if (url.origin !== header) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? header : null;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
