/** Starts of addresses that a message may link to. */
const ALLOWED = /^(https?:\/\/[^/]|mailto:[^/]|tel:[+\d(])/i;
/** White space, control and quoting characters, and the back slash that browsers read as a slash. */
const FORBIDDEN = /[\s\p{Cc}\p{Cf}"<>\\^`{|}]/u;
/** `https://bank.example@evil.example`: the part that looks like the host is a user name. */
const USER_NAME = /^https?:\/\/[^/?#]*@/i;

/** The address if a visitor may follow it, else null. */
export function safeLink(address: string): string | null {
  return ALLOWED.test(address) && !FORBIDDEN.test(address) && !USER_NAME.test(address) ? address : null;
}
