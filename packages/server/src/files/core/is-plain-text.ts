/** What some program would run or draw if it looked at the content and not at the type. */
const MARKUP =
  /<\s*(!doctype|!--|\?xml|\?php|html|head|body|script|svg|iframe|style|link|meta|img|math|object|embed)/i;

/** Whether it is text and nothing else: UTF-8 without control characters, and no markup that somebody might open. */
export function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !MARKUP.test(text) && !text.startsWith('#!');
}
