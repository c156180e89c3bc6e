/** Who is in the house: which conversation is whose, who speaks just now, and who is about to leave. */
export class Register {
  private readonly homes = new Map<string, string>();
  private readonly leaving = new Set<string>();
  private readonly held = new Map<string, number>();
  private readonly watchers = new Set<(conv: string) => void>();
  readonly speaking = new Set<string>();

  readonly of = (conv: string): string | null => this.homes.get(conv) ?? null;

  add(conv: string, of: string): void {
    if (this.homes.has(conv)) return;
    this.homes.set(conv, of);
    for (const watch of this.watchers) watch(conv);
  }

  onAdded(watch: (conv: string) => void): void {
    this.watchers.add(watch);
  }

  list(): readonly string[] {
    return [...this.homes.keys()];
  }

  leave(of: string): void {
    this.leaving.add(of);
  }

  /** Whether an agent may begin something with it. */
  isOpenTo(conv: string): boolean {
    const of = this.homes.get(conv);
    return of !== undefined && !this.leaving.has(of);
  }

  hold(conv: string): void {
    this.held.set(conv, (this.held.get(conv) ?? 0) + 1);
  }

  release(conv: string): void {
    const left = (this.held.get(conv) ?? 1) - 1;
    if (left > 0) this.held.set(conv, left);
    else this.held.delete(conv);
  }

  isHeld(conv: string): boolean {
    return this.held.has(conv);
  }

  forget(of: string): void {
    for (const [conv, home] of this.homes) {
      if (home !== of) continue;
      this.homes.delete(conv);
      this.held.delete(conv);
      this.speaking.delete(conv);
    }
    this.leaving.delete(of);
  }
}
