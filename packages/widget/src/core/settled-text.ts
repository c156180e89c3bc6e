/** The longest tail that is held back while a message is being spoken, in characters. */
const MAX_HELD_BACK = 40;

/**
 * What may be shown of a text that is still growing: whole words only, so that nothing on screen changes its
 * shape. Scripts without spaces would wait for ever, so a long tail is shown as it is.
 */
export function settledText(text: string): string {
  const end = text.search(/\S+$/);
  return end < 0 || text.length - end > MAX_HELD_BACK ? text : text.slice(0, end);
}
