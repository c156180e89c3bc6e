import type { NodeBus, NodeMessage } from './node-bus.port.js';

/** The bus of nodes that live in one process. On its own: the one node of an embedded database, with nobody to tell. */
export class InProcessNodeBus implements NodeBus {
  private readonly listeners: ((message: NodeMessage) => void)[] = [];

  constructor(private readonly nodes: Set<InProcessNodeBus> = new Set()) {}

  publish(message: NodeMessage): void {
    for (const node of this.nodes) {
      if (node === this) continue;
      const copy: NodeMessage = structuredClone(message);
      queueMicrotask(() => {
        for (const hear of node.listeners) hear(copy);
      });
    }
  }

  subscribe(hear: (message: NodeMessage) => void): void {
    this.listeners.push(hear);
  }

  /** Nothing is ever missed. */
  onGap(): void {}

  isConnected(): boolean {
    return true;
  }

  async start(): Promise<void> {
    this.nodes.add(this);
  }

  async stop(): Promise<void> {
    this.nodes.delete(this);
  }
}
