import { NotificationChannel } from '../../database/index.js';
import type { Random } from '../../kernel/random.js';
import type { Logger } from '../../observability/index.js';
import type { NodeBus, NodeMessage } from './node-bus.port.js';
import { readFrame } from './node-frames.js';
import { OutgoingMessages } from './outgoing-messages.js';

/** The nodes hear of each other through the database that they share; nothing else is needed. */
export class PostgresNodeBus implements NodeBus {
  private readonly channel: NotificationChannel;
  private readonly outgoing: OutgoingMessages;
  private readonly listeners: ((message: NodeMessage) => void)[] = [];
  private readonly gapListeners: (() => void)[] = [];

  constructor(url: string, random: Random, logger: Logger) {
    const node = Buffer.from(random.bytes(9)).toString('base64url');
    this.channel = new NotificationChannel({
      url,
      name: 'baton_nodes',
      random,
      logger,
      hear: (frame) => {
        for (const message of readFrame(node, frame)) for (const hear of this.listeners) hear(message);
      },
      reconnected: () => {
        for (const run of this.gapListeners) run();
      },
    });
    this.outgoing = new OutgoingMessages(node, (frames) => this.channel.send(frames));
  }

  publish(message: NodeMessage): void {
    this.outgoing.add(message);
  }

  subscribe(hear: (message: NodeMessage) => void): void {
    this.listeners.push(hear);
  }

  onGap(run: () => void): void {
    this.gapListeners.push(run);
  }

  isConnected(): boolean {
    return this.channel.isConnected();
  }

  start(): Promise<void> {
    return this.channel.connect();
  }

  async stop(): Promise<void> {
    await this.outgoing.flush();
    await this.channel.close();
  }
}
