import type {
  AgentCommands,
  NewEvent,
  Override,
  RouteTarget,
  RouteTo,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { Teams } from '../agents/index.js';
import { type Appended, assertOpen, assertOwner, changeOwner, newEvent } from '../conversations/index.js';
import { type AgentPrincipal, isAllowed } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { AgentActs } from './agent-acts.service.js';
import { isWaiting } from './core/handoff.js';
import { Router } from './router.service.js';

/** Passing a conversation on: the owner to a colleague, a supervisor to themselves, anybody what waits to where it belongs. */
@Injectable()
export class Transfers {
  constructor(
    @Inject(AgentActs) private readonly acts: AgentActs,
    @Inject(Router) private readonly router: Router,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** One handoff ends and the next begins, in one append: at no moment does nobody have it. */
  async transfer(
    agent: AgentPrincipal,
    { conversationId, clientId, to, note }: AgentCommands['conversation.transfer']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const target = await this.getTarget(workspaceId, to);
    if (target.kind === 'agent' && target.id === agent.id)
      throw new UserError('invalid_input', ['to: you have it already']);
    return this.acts.append(agent, { conversationId, clientId }, (state, actor, latest) => {
      assertOpen(state);
      assertOwner(state, actor);
      if (!latest) throw new UserError('not_found');
      const { id: handoffId, reason } = latest;
      const next = this.ids.next('hnd');
      return [
        newEvent('note.added', actor, { kind: 'transfer', text: note }),
        newEvent('handoff.transferred', actor, { handoffId, to: target }, { clientId }),
        newEvent('handoff.requested', actor, { handoffId: next, reason }),
        newEvent('handoff.directed', actor, { handoffId: next, to: target }),
        changeOwner(state, { kind: 'queue' }, actor),
      ];
    });
  }

  /** Takes it from whoever has it. The colleague sees who and why. */
  async bargeIn(
    agent: AgentPrincipal,
    { conversationId, clientId, reason }: AgentCommands['conversation.barge_in']['payload'],
  ): Promise<Appended> {
    const { id, name } = agent;
    if (!isAllowed(agent.role, 'conversation.supervise')) throw new UserError('not_found');
    return this.acts.append(agent, { conversationId, clientId }, (state, actor, latest) => {
      assertOpen(state);
      if (state.owner.kind !== 'agent') throw new UserError('not_owner');
      if (state.owner.id === id) return [];
      if (!latest) throw new UserError('not_found');
      const override: Override = { kind: 'barge_in', from: state.owner.name, reason };
      return [
        newEvent('override.recorded', actor, { override }, { clientId }),
        newEvent('handoff.accepted', actor, { handoffId: latest.id, agent: { id, name } }),
        changeOwner(state, { kind: 'agent', id, name }, actor),
      ];
    });
  }

  /** Sends what no person has to an agent or a team; from the assistant it calls a person there. */
  async reroute(
    agent: AgentPrincipal,
    { conversationId, clientId, to, reason }: AgentCommands['conversation.reroute']['payload'],
  ): Promise<Appended> {
    const { workspaceId } = agent;
    const target = await this.getTarget(workspaceId, to);
    return this.acts.append(agent, { conversationId, clientId }, (state, actor, latest) => {
      assertOpen(state);
      if (state.owner.kind === 'agent') throw new UserError('handoff_taken', [state.owner.name]);
      const isCalled = isWaiting(latest);
      const handoffId = isCalled ? latest.id : this.ids.next('hnd');
      const before = latest?.directedTo?.name ?? latest?.team ?? null;
      const override: Override = { kind: 'route', before, after: target.name, reason };
      const called: readonly NewEvent[] = isCalled
        ? []
        : [newEvent('handoff.requested', actor, { handoffId, reason: 'human_request' })];
      return [
        newEvent('override.recorded', actor, { override }, { clientId }),
        ...called,
        newEvent('handoff.directed', actor, { handoffId, to: target }),
        ...(state.owner.kind === 'assistant' ? [changeOwner(state, { kind: 'queue' }, actor)] : []),
      ];
    });
  }

  /** The target with its name. Somebody who cannot take it now is refused at once; a team climbs its ladder. */
  private async getTarget(workspaceId: WorkspaceId, to: RouteTo): Promise<RouteTarget> {
    if (to.kind === 'team') {
      const team = (await this.teams.list(workspaceId)).find(({ key }) => key === to.key);
      if (!team) throw new UserError('not_found');
      return { kind: 'team', key: team.key, name: team.name };
    }
    const colleague = (await this.router.listColleagues(workspaceId)).find(({ id }) => id === to.id);
    if (!colleague) throw new UserError('not_found');
    const { id, name, state, load, capacity } = colleague;
    if (state !== 'available' || load >= capacity) throw new UserError('target_unavailable', [name]);
    return { kind: 'agent', id, name };
  }
}
