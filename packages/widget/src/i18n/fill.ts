/** Puts values into the `{places}` of a text. A place without a value stays empty. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, place: string) => `${values[place] ?? ''}`);
}
