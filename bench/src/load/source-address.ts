/** Addresses of this machine to come from, so that limits per address see a crowd and not one client. */
export function sourceAddress(index: number): string {
  return `127.${1 + ((index >> 16) & 127)}.${(index >> 8) & 255}.${1 + (index % 254)}`;
}
