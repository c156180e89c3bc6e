import type { NodeBus, NodeMessage } from './node-bus.port.js';

/**
 * Tells through the first bus while it is connected, else through the second; hears both. What a node that cannot
 * see the first one misses meanwhile it reads from the log, as after any lost hint.
 */
export class FallbackNodeBus implements NodeBus {
  constructor(
    private readonly first: NodeBus,
    private readonly second: NodeBus,
  ) {}

  publish(message: NodeMessage): void {
    (this.first.isConnected() ? this.first : this.second).publish(message);
  }

  subscribe(hear: (message: NodeMessage) => void): void {
    this.first.subscribe(hear);
    this.second.subscribe(hear);
  }

  onGap(run: () => void): void {
    this.first.onGap(run);
    this.second.onGap(run);
  }

  isConnected(): boolean {
    return this.first.isConnected() || this.second.isConnected();
  }

  async start(): Promise<void> {
    await Promise.all([this.first.start(), this.second.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.first.stop(), this.second.stop()]);
  }
}
