import type {
  AgentCommands,
  Disposition,
  HandoffId,
  NewEvent,
  NoteKind,
  Steer,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Appended,
  closeByAgent,
  newEvent,
  returnToAssistant,
  takeOver,
} from '../conversations/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { Playbooks } from '../qualification/index.js';
import { type AgentAct, AgentActs, actorOf } from './agent-acts.service.js';
import { routingTerms } from './core/choose-route.js';
import { type Handoff, isWaiting } from './core/handoff.js';
import { readInstructions } from './core/read-instructions.js';
import { Offers } from './offers.service.js';

/** What agents do with a handoff: accept, decline, take over, give back, close. */
@Injectable()
export class Handoffs {
  constructor(
    @Inject(AgentActs) private readonly acts: AgentActs,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Takes the conversation, offered or not. Of several who try at once one wins; the others learn who. */
  async takeOver(agent: AgentPrincipal, act: AgentAct): Promise<Appended> {
    const { workspaceId } = agent;
    const firstReplyBy = await this.firstReplyBy(workspaceId);
    return this.acts.append(agent, act, (state, actor, latest) => {
      const handoffId = isWaiting(latest) ? latest.id : this.ids.next('hnd');
      return takeOver(state, actor, handoffId, act.clientId, firstReplyBy);
    });
  }

  /** Says no to an offer. When nobody is left who might accept, the visitor is told at once. */
  async decline(
    agent: AgentPrincipal,
    { conversationId, clientId, reason }: AgentCommands['handoff.decline']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const act = { conversationId, clientId };
    const appended = await this.acts.append(agent, act, ({ owner }, actor, handoff) => {
      if (handoff?.state !== 'offered' || !handoff.offeredTo.includes(agent.id))
        throw new UserError('not_found');
      const declined = { handoffId: handoff.id, agentId: agent.id, ...(reason ? { reason } : {}) };
      return owner.kind === 'queue' ? [newEvent('handoff.declined', actor, declined, { clientId })] : [];
    });
    const declined = appended.events.find((event) => event.type === 'handoff.declined');
    if (declined) await this.offers.climbIfNobodyIsLeft(workspaceId, declined.data.handoffId);
    return appended;
  }

  /** What the agent says about it comes first, so that the assistant's next turn has read it. */
  async returnToAssistant(
    agent: AgentPrincipal,
    { conversationId, clientId, summary, instructions }: AgentCommands['conversation.return']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const { playbook } = await this.playbooks.current(workspaceId);
    const steer = readInstructions(instructions ?? '', playbook.slots);
    return this.acts.append(agent, { conversationId, clientId }, (state, actor, latest) => [
      ...noted(agent, { kind: 'summary', text: summary }),
      ...noted(agent, { kind: 'instructions', text: instructions, steer }),
      ...returnToAssistant(state, actor, idOf(latest), clientId),
    ]);
  }

  async close(
    agent: AgentPrincipal,
    { conversationId, clientId, disposition = null }: Closing,
  ): Promise<number> {
    const { state } = await this.acts.append(agent, { conversationId, clientId }, (current, actor, latest) =>
      closeByAgent(current, actor, idOf(latest), clientId, disposition),
    );
    return state.head;
  }

  private async firstReplyBy(workspaceId: WorkspaceId): Promise<string> {
    const { playbook } = await this.playbooks.current(workspaceId);
    const { firstReplySeconds } = routingTerms(playbook);
    return new Date(this.clock.now().getTime() + firstReplySeconds * 1_000).toISOString();
  }
}

type Closing = Omit<AgentCommands['conversation.close']['payload'], 'disposition'> & {
  readonly disposition?: Disposition | null | undefined;
};

/** Of the handoff that lives in what an agent has. */
function idOf(latest: Handoff | null): HandoffId {
  if (!latest) throw new UserError('not_found');
  return latest.id;
}

function noted(
  agent: AgentPrincipal,
  {
    kind,
    text,
    steer,
  }: { readonly kind: NoteKind; readonly text: string | undefined; readonly steer?: Steer },
): readonly NewEvent[] {
  return text ? [newEvent('note.added', actorOf(agent), { kind, text, ...(steer ? { steer } : {}) })] : [];
}
