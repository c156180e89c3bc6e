/** One connection of a simulated visitor, to either server. */
export interface Talker {
  /** Resolves when the server has acknowledged the line. Rejects when it refuses it. */
  say(clientId: string, text: string): Promise<void>;
  /** Hears every line of its conversation that arrives, its own included. */
  onDelivered(listener: (clientId: string) => void): void;
  readonly conversationId: string;
  close(): void;
}

/** Where a crowd of visitors goes. */
export interface Destination {
  readonly kind: 'baton' | 'floor';
  readonly url: string;
  readonly origin: string;
  readonly siteKey: string;
}
