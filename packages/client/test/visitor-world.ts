import type { VisitorClient } from '../src/contract.js';
import { memoryTransport } from '../src/memory-transport.js';
import { createVisitorClient } from '../src/visitor-client.js';
import { ServerModel } from './server-model.js';
import { SharedStorage, VirtualTime } from './virtual-environment.js';

export interface OpenTab {
  readonly client: VisitorClient;
  wake(): void;
  /** The page's address changes, and nothing is loaded. */
  goTo(url: string): void;
}

/** A server, a browser with its storage, and as many tabs as a test opens; time moves only by hand. */
export class VisitorWorld {
  readonly time: VirtualTime;
  readonly server: ServerModel;
  readonly storage = new SharedStorage();
  private opened = 0;

  constructor(random?: () => number) {
    this.time = new VirtualTime(random);
    this.server = new ServerModel((run, ms) => this.time.setTimer(run, ms));
  }

  /** A tab that has not connected yet. */
  tab(): OpenTab {
    this.opened += 1;
    const { environment, wake, goTo } = this.time.tab(this.storage.tab(), `tab${this.opened}`);
    const options = { serverUrl: 'https://chat.example', siteKey: 'key', environment };
    return { client: createVisitorClient(options, memoryTransport(this.server.connect)), wake, goTo };
  }

  /** A tab that is online and settled. */
  async onlineTab(): Promise<OpenTab> {
    const tab = this.tab();
    tab.client.connect();
    await this.time.pass(200);
    return tab;
  }
}
