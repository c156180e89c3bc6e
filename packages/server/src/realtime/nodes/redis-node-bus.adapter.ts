import { createClient } from '@redis/client';
import type { Random } from '../../kernel/random.js';
import type { Logger } from '../../observability/index.js';
import type { NodeBus, NodeMessage } from './node-bus.port.js';
import { readFrame } from './node-frames.js';
import { OutgoingMessages } from './outgoing-messages.js';

const CONNECT_MS = 3_000;
const PING_MS = 5_000;
const SILENT_MS = 12_000;
const LONGEST_WAIT_MS = 5_000;
/** More waits only while Redis does not take anything: then sending fails, and the others look for themselves. */
const MOST_QUEUED = 1_000;

/** The nodes hear of each other through Redis: publish and subscribe, nothing is stored there. */
export class RedisNodeBus implements NodeBus {
  private readonly node: string;
  private readonly outgoing: OutgoingMessages;
  private readonly listeners: ((message: NodeMessage) => void)[] = [];
  private readonly gapListeners: (() => void)[] = [];
  private readonly publisher;
  private readonly subscriber;
  private subscribed = false;

  /** `channel` keeps the deployments apart that share one Redis. */
  constructor(
    url: string,
    private readonly channel: string,
    random: Random,
    logger: Logger,
  ) {
    this.node = Buffer.from(random.bytes(9)).toString('base64url');
    const options = {
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MOST_QUEUED,
      pingInterval: PING_MS,
      socket: {
        connectTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (attempt: number) => {
          const [chance = 0] = random.bytes(1);
          return (chance / 255) * Math.min(LONGEST_WAIT_MS, 200 * 2 ** attempt);
        },
      },
    };
    this.publisher = createClient(options);
    this.subscriber = createClient(options);
    for (const client of [this.publisher, this.subscriber]) {
      client.on('error', (error: unknown) => logger.warn({ error }, 'Redis'));
    }
    this.outgoing = new OutgoingMessages(this.node, async (frames) => {
      if (!this.publisher.isReady) return;
      await Promise.all(frames.map((frame) => this.publisher.publish(this.channel, frame)));
    });
    let wasLost = false;
    this.subscriber.on('reconnecting', () => {
      wasLost = true;
    });
    this.subscriber.on('ready', () => {
      if (wasLost) for (const run of this.gapListeners) run();
    });
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
    return this.subscribed && this.publisher.isReady && this.subscriber.isReady;
  }

  async start(): Promise<void> {
    // Connecting resolves when it succeeds at last; nobody waits for a Redis that is not there.
    const connected = Promise.all([this.publisher.connect(), this.listen()]);
    connected.catch(() => undefined);
    await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, CONNECT_MS).unref())]).catch(
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    await this.outgoing.flush();
    this.publisher.destroy();
    this.subscriber.destroy();
  }

  private async listen(): Promise<void> {
    await this.subscriber.connect();
    await this.subscriber.subscribe(this.channel, (frame) => {
      for (const message of readFrame(this.node, frame)) for (const hear of this.listeners) hear(message);
    });
    this.subscribed = true;
  }
}
