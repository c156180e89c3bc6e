import type {
  AgentCommands,
  ConversationId,
  Disposition,
  HandoffId,
  NewEvent,
  NoteKind,
  Steer,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  AgentMessages,
  type Appended,
  newEvent,
  returnToAssistant,
  takeOver,
} from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { Playbooks } from '../qualification/index.js';
import { type AgentAct, AgentActs, actorOf } from './agent-acts.service.js';
import { routingTerms } from './core/choose-route.js';
import { readInstructions } from './core/read-instructions.js';
import { type Handoff, HandoffRepository } from './handoff.repository.js';
import { Offers } from './offers.service.js';

/** What agents do with a handoff: accept, decline, take over, give back, close. */
@Injectable()
export class Handoffs {
  constructor(
    @Inject(AgentActs) private readonly acts: AgentActs,
    @Inject(AgentMessages) private readonly messages: AgentMessages,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Takes the conversation, offered or not. Of several who try at once one wins; the others learn who. */
  async takeOver(agent: AgentPrincipal, act: AgentAct): Promise<Appended> {
    const { workspaceId } = agent;
    const latest = await this.findLatest(workspaceId, act.conversationId);
    const isWaiting = latest !== null && ['requested', 'offered', 'expired'].includes(latest.state);
    const handoffId: HandoffId = isWaiting ? latest.id : this.ids.next('hnd');
    const firstReplyBy = await this.firstReplyBy(workspaceId);
    return this.acts.append(agent, act, (state, actor) =>
      takeOver(state, actor, handoffId, act.clientId, firstReplyBy),
    );
  }

  /** Says no to an offer. When nobody is left who might accept, the visitor is told at once. */
  async decline(
    agent: AgentPrincipal,
    { conversationId, clientId, reason }: AgentCommands['handoff.decline']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const handoff = await this.findLatest(workspaceId, conversationId);
    const act = { conversationId, clientId };
    const appended = await this.acts.append(agent, act, ({ owner }, actor) => {
      if (handoff?.state !== 'offered' || !handoff.offeredTo.includes(agent.id))
        throw new UserError('not_found');
      const declined = { handoffId: handoff.id, agentId: agent.id, ...(reason ? { reason } : {}) };
      return owner.kind === 'queue' ? [newEvent('handoff.declined', actor, declined, { clientId })] : [];
    });
    if (handoff) await this.offers.climbIfNobodyIsLeft(workspaceId, handoff.id);
    return appended;
  }

  /** What the agent says about it comes first, so that the assistant's next turn has read it. */
  async returnToAssistant(
    agent: AgentPrincipal,
    { conversationId, clientId, summary, instructions }: AgentCommands['conversation.return']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const handoffId = await this.latestId(workspaceId, conversationId);
    const { playbook } = await this.playbooks.current(workspaceId);
    const steer = readInstructions(instructions ?? '', playbook.slots);
    return this.acts.append(agent, { conversationId, clientId }, (state, actor) => [
      ...noted(agent, { kind: 'summary', text: summary }),
      ...noted(agent, { kind: 'instructions', text: instructions, steer }),
      ...returnToAssistant(state, actor, handoffId, clientId),
    ]);
  }

  async close(
    agent: AgentPrincipal,
    { conversationId, clientId, disposition = null }: Closing,
  ): Promise<number> {
    const { workspaceId } = agent;
    const handoffId = await this.latestId(workspaceId, conversationId);
    return this.messages.close(workspaceId, actorOf(agent), {
      conversationId,
      clientId,
      handoffId,
      disposition,
    });
  }

  private async firstReplyBy(workspaceId: WorkspaceId): Promise<string> {
    const { playbook } = await this.playbooks.current(workspaceId);
    const { firstReplySeconds } = routingTerms(playbook);
    return new Date(this.clock.now().getTime() + firstReplySeconds * 1_000).toISOString();
  }

  private async latestId(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<HandoffId> {
    const latest = await this.findLatest(workspaceId, conversationId);
    if (!latest) throw new UserError('not_found');
    return latest.id;
  }

  private findLatest(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<Handoff | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findLatest(tx, workspaceId, conversationId),
    );
  }
}

type Closing = Omit<AgentCommands['conversation.close']['payload'], 'disposition'> & {
  readonly disposition?: Disposition | null | undefined;
};

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
