import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_COMMAND, type AgentId, type ConversationId, type InboxRow, NOTICE } from '@baton/shared-types';
import type { TestAgent, World } from '../world.js';
import type { FailingNodes } from './failing-nodes.js';
import type { Employee } from './workforce.js';

/** What agents did, counted over all of them. */
export type Deeds = Record<
  | 'accepted'
  | 'too late'
  | 'declined'
  | 'let pass'
  | 'vanished'
  | 'never wrote'
  | 'passed on'
  | 'closed'
  | 'kept',
  number
>;

export const noDeeds = (): Deeds => ({
  accepted: 0,
  'too late': 0,
  declined: 0,
  'let pass': 0,
  vanished: 0,
  'never wrote': 0,
  'passed on': 0,
  closed: 0,
  kept: 0,
});

/** An acceptance that the server has acknowledged. */
export interface Acceptance {
  readonly conversationId: ConversationId;
  readonly agentId: AgentId;
  readonly epoch: number;
}

export interface Workplace {
  readonly world: World;
  readonly nodes: FailingNodes;
  readonly colleagues: readonly Employee[];
  readonly deeds: Deeds;
  readonly acceptances: Acceptance[];
  /** How long somebody who vanishes is away, in milliseconds. */
  readonly awayMs: () => number;
}

const between = (least: number, most: number) => least + Math.random() * (most - least);
const nextClientId = () => crypto.randomUUID();

/**
 * An agent who takes offers, refuses them, lets them pass, disappears with what was taken, forgets to write, passes on;
 * and who comes back to whatever node is there when their own is killed.
 */
export class MoodyAgent {
  private readonly place: Workplace;
  private readonly me: Employee;
  private socket: TestAgent | null = null;
  private readonly seen = new Set<string>();
  private readonly inHand = new Set<ConversationId>();
  private readonly forgotten = new Set<ConversationId>();
  private kept: ConversationId | null = null;
  private awayUntil = 0;
  private isGoingHome = false;
  private isDone = false;

  constructor(place: Workplace, me: Employee) {
    this.place = place;
    this.me = me;
  }

  /** Works until `leave`. */
  async work(): Promise<void> {
    while (!this.isDone) {
      try {
        await this.sitDown();
      } catch {
        // The node was killed under them, or the next one is not there yet.
      }
      this.socket?.close();
      await sleep(Math.max(between(50, 300), this.awayUntil - performance.now()));
    }
  }

  /** Takes nothing new, and brings to an end what they have. */
  async goHome(): Promise<void> {
    this.isGoingHome = true;
    await this.socket?.ask(AGENT_COMMAND.setPresence, { state: 'away' }).catch(() => undefined);
  }

  leave(): void {
    this.isDone = true;
    this.socket?.close();
  }

  private async sitDown(): Promise<void> {
    const { world, nodes } = this.place;
    const agent = await world.agentOf(this.me.cookie, nodes.any());
    this.socket = agent;
    const gone = new Promise<void>((resolve) => agent.socket.once('disconnect', () => resolve()));
    agent.socket.on(NOTICE.inboxChanged, ({ rows }: { readonly rows: readonly InboxRow[] }) => {
      for (const row of rows) this.look(agent, row);
    });
    const opened = await agent.ask(AGENT_COMMAND.openConsole, {});
    if (!opened.ok) throw new Error(opened.error.code);
    const state = this.isGoingHome ? 'away' : 'available';
    // Who comes back after a blink is still what they said before, and says nothing.
    if (opened.value.agent.presence !== state) await agent.ask(AGENT_COMMAND.setPresence, { state });
    for (const row of opened.value.inbox) this.look(agent, row);
    await gone;
  }

  private look(agent: TestAgent, { conversationId, status, owner, handoff }: InboxRow): void {
    if (status !== 'open') return;
    if (owner.kind === 'agent' && owner.id === this.me.id) {
      const isMine = this.inHand.has(conversationId) || this.forgotten.has(conversationId);
      if (!isMine && this.kept !== conversationId) void this.help(agent, conversationId);
      return;
    }
    const offer = `${conversationId} ${handoff?.deadlineAt}`;
    if (this.isGoingHome || owner.kind !== 'queue' || !handoff?.offeredToMe || this.seen.has(offer)) return;
    this.seen.add(offer);
    void this.answer(agent, conversationId).catch(() => undefined);
  }

  private async answer(agent: TestAgent, conversationId: ConversationId): Promise<void> {
    const { deeds, acceptances, awayMs } = this.place;
    await sleep(between(50, 800));
    const mood = Math.random();
    const act = { conversationId, clientId: nextClientId() };
    if (mood < 0.2) {
      const said = await agent.ask(AGENT_COMMAND.declineHandoff, act);
      if (said.ok) deeds.declined += 1;
      return;
    }
    if (mood < 0.35) {
      deeds['let pass'] += 1;
      return;
    }
    const vanishes = mood < 0.5;
    this.forgotten.delete(conversationId);
    if (vanishes || mood < 0.58) this.forgotten.add(conversationId);
    const taken = await agent.ask(AGENT_COMMAND.acceptHandoff, act);
    if (!taken.ok) {
      deeds['too late'] += 1;
      return;
    }
    deeds.accepted += 1;
    acceptances.push({ conversationId, agentId: this.me.id, epoch: taken.value.epoch });
    if (!this.forgotten.has(conversationId)) return this.help(agent, conversationId);
    deeds[vanishes ? 'vanished' : 'never wrote'] += 1;
    if (!vanishes) return;
    this.awayUntil = performance.now() + awayMs();
    agent.close();
  }

  /** Writes, and closes, keeps or passes on. What a killed node interrupts is taken up when they are back. */
  private async help(agent: TestAgent, conversationId: ConversationId): Promise<void> {
    if (this.inHand.has(conversationId)) return;
    this.inHand.add(conversationId);
    const { deeds } = this.place;
    const act = () => ({ conversationId, clientId: nextClientId() });
    try {
      await sleep(between(200, 1_500));
      await agent.ask(AGENT_COMMAND.sendMessage, { ...act(), text: `This is ${this.me.name}.` });
      await sleep(between(100, 600));
      const mood = Math.random();
      if (mood < 0.15) {
        const to = this.somebodyElse();
        const passed = await agent.ask(AGENT_COMMAND.transfer, {
          ...act(),
          to,
          note: 'More yours than mine.',
        });
        if (passed.ok) deeds['passed on'] += 1;
        if (passed.ok) return;
      } else if (mood < 0.3 && this.kept === null) {
        this.kept = conversationId;
        deeds.kept += 1;
        return;
      }
      const closed = await agent.ask(AGENT_COMMAND.closeConversation, act());
      if (closed.ok) deeds.closed += 1;
    } catch {
      // Their node is gone; the row says so when they are back.
    } finally {
      this.inHand.delete(conversationId);
    }
  }

  private somebodyElse(): { readonly kind: 'agent'; readonly id: AgentId } {
    const others = this.place.colleagues.filter(({ id }) => id !== this.me.id);
    const other = others[Math.floor(Math.random() * others.length)];
    return { kind: 'agent', id: other?.id ?? this.me.id };
  }
}
