/** Every day from one ISO date to another, both inclusive. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  const last = Date.parse(to);
  for (let at = Date.parse(from); at <= last; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
