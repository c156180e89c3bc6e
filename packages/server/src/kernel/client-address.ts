/**
 * The address of whoever is behind so many proxies of ours. Each proxy adds on the right whom it has seen; what stands
 * further left, the client may have made up.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedHops: number,
): string {
  const told = [forwardedFor ?? []].flat().join(',').split(',');
  const seen = told.map((each) => each.trim()).filter((each) => isIPv4(each) || isIPv6(each));
  const chain = [...seen, remote ?? ''];
  return chain[Math.max(0, chain.length - 1 - trustedHops)] ?? '';
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 address, which is one customer's. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groupsOf = (part: string | undefined) => (part ? part.split(':') : []);
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from(
    { length: tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length) },
    () => '0',
  );
  const network = [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

function isIPv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
}

/** Good enough to count by: what is no address at all counts as one place of its own. */
function isIPv6(text: string): boolean {
  return text.length <= 60 && text.includes(':') && /^[\da-f:.]+(%[\w.-]+)?$/i.test(text);
}
