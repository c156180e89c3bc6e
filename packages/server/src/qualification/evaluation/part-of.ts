/** Rules are tuned on one part of a set of chats and measured on the other. */
export type Part = 'tuned' | 'held-out';

/** The part of a chat by its id alone (FNV-1a, six in ten are for tuning), so that it never changes sides. */
export function partOf(chatId: string): Part {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(chatId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 10 < 6 ? 'tuned' : 'held-out';
}
