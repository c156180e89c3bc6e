import {
  type AgentId,
  applyEvent,
  type Colleague,
  type ConversationView,
  emptyView,
  type LogEvent,
  type RoutingFacts,
  type RoutingRecord,
  type Team,
  type VisitorId,
  type WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { type Agent, Agents, Teams } from '../agents/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { type CompiledPlaybook, Playbooks } from '../qualification/index.js';
import { promiseTime } from './core/business-hours.js';
import { chooseRoute, type Route, routingTerms } from './core/choose-route.js';
import { climbLadder, type NextRung } from './core/climb-ladder.js';
import { type Handoff } from './core/handoff.js';
import { recordRouting } from './core/record-routing.js';
import type { RosterAgent } from './core/roster.js';
import { languageOf, routingFacts } from './core/routing-facts.js';
import { deskOf } from './core/words/desk.js';
import { InboxRepository } from './inbox.repository.js';
import { type Workload, WorkloadRepository } from './workload.repository.js';

/** What the router decided, with all that it takes to act on it. */
export interface Routed {
  readonly next: NextRung;
  readonly routing: RoutingRecord;
  readonly deadlineAt: Date;
  /** By when somebody will be in touch; of `capture`. */
  readonly promisedBy: Date | null;
}

/** Whom the router would ask: a handoff that waits, or nothing yet. */
export type Waiting = Pick<Handoff, 'id' | 'rung' | 'asked' | 'declined' | 'offeredTo' | 'directedTo'> | null;

/** Reads who is there and decides where a lead goes. Changes nothing. */
@Injectable()
export class Router {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(InboxRepository) private readonly inbox: InboxRepository,
    @Inject(WorkloadRepository) private readonly workload: WorkloadRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async route(
    workspaceId: WorkspaceId,
    of: {
      readonly log: readonly LogEvent[];
      readonly siteId: string;
      readonly visitorId: VisitorId;
      readonly waiting: Waiting;
    },
  ): Promise<Routed> {
    const { log, waiting } = of;
    const [first] = log;
    if (!first) throw new Error('a conversation that waits has begun');
    const view = log.reduce(applyEvent, emptyView(first.conversationId));
    // What does not need each other is read at once: a visitor waits for it.
    const [compiled, teams, lastAgent] = await Promise.all([
      this.playbooks.current(workspaceId),
      this.teams.list(workspaceId),
      waiting &&
        this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
          this.workload.findLastAgent(tx, workspaceId, of.visitorId, waiting.id),
        ),
    ]);
    const { facts, owner } = await this.readFacts(workspaceId, view, of.siteId, compiled, teams);
    return this.decide(workspaceId, {
      compiled,
      facts,
      teams,
      waiting,
      owner,
      lastAgent,
      language: languageOf(view),
    });
  }

  /** Where facts as given would lead, with everybody as they are now. */
  async routeFacts(workspaceId: WorkspaceId, facts: RoutingFacts): Promise<Routed> {
    const compiled = await this.playbooks.current(workspaceId);
    const teams = await this.teams.list(workspaceId);
    const nobody = { waiting: null, owner: null, lastAgent: null } as const;
    return this.decide(workspaceId, { compiled, facts, teams, language: facts.language, ...nobody });
  }

  /** Everybody of the workspace with what they have in hand. */
  async listColleagues(workspaceId: WorkspaceId): Promise<readonly Colleague[]> {
    const roster = await this.readRoster(workspaceId);
    return roster.map(({ regions: _r, hours: _h, lastTookAt: _l, ...colleague }) => colleague);
  }

  private async decide(
    workspaceId: WorkspaceId,
    given: {
      readonly compiled: CompiledPlaybook;
      readonly facts: RoutingFacts;
      readonly teams: readonly Team[];
      readonly waiting: Waiting;
      readonly owner: AgentId | null;
      readonly lastAgent: AgentId | null;
      readonly language: string;
    },
  ): Promise<Routed> {
    const { compiled, facts, teams, waiting, owner, lastAgent, language } = given;
    const now = this.clock.now();
    const say = deskOf(compiled.playbook).words.routing;
    const route: Route = chooseRoute(compiled, facts, say);
    const terms = routingTerms(compiled.playbook);
    const next = climbLadder({
      ladder: terms.ladder,
      place: {
        rung: waiting?.rung ?? null,
        asked: waiting?.asked ?? [],
        declined: waiting?.declined ?? [],
        lastOffered: waiting?.rung ? waiting.asked : [],
      },
      destination: route.destination,
      directedTo: waiting?.directedTo ?? null,
      roster: await this.readRoster(workspaceId),
      teams,
      language,
      country: facts.country,
      owner,
      lastAgent,
      now,
    });
    const { version, hash } = compiled.identity;
    const directedTo = waiting?.directedTo?.name ?? null;
    const hours = teams.find(({ key }) => key === route.destination.team)?.hours ?? null;
    return {
      next,
      routing: recordRouting(
        { playbook: { version, hash }, facts, route, next, directedTo, teams, now },
        say,
      ),
      deadlineAt: new Date(now.getTime() + next.seconds * 1_000),
      promisedBy: next.rung === 'capture' ? promiseTime(hours, now, terms.promiseMinutes) : null,
    };
  }

  private async readFacts(
    workspaceId: WorkspaceId,
    view: ConversationView,
    siteId: string,
    { playbook }: CompiledPlaybook,
    teams: readonly Team[],
  ): Promise<{ readonly facts: RoutingFacts; readonly owner: AgentId | null }> {
    const email = Object.values(view.slots).find(({ kind }) => kind === 'email')?.current?.value;
    const domain = typeof email === 'string' ? email.split('@')[1] : undefined;
    const [siteName, account] = await Promise.all([
      this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.inbox.siteName(tx, workspaceId, siteId)),
      domain ? this.teams.findAccount(workspaceId, domain) : null,
    ]);
    const owner = account?.ownerId ?? null;
    const ownerEmail = owner
      ? ((await this.agents.list(workspaceId)).find(({ id }) => id === owner)?.email ?? '')
      : '';
    const known = account ? { status: account.status, ownerEmail } : null;
    const now = this.clock.now();
    return { facts: routingFacts(view, playbook, { siteName, teams, account: known, now }), owner };
  }

  private async readRoster(workspaceId: WorkspaceId): Promise<readonly RosterAgent[]> {
    const [people, loads] = await Promise.all([
      this.agents.list(workspaceId),
      this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.workload.list(tx, workspaceId)),
    ]);
    const byAgent = new Map(loads.map((load) => [load.agentId, load]));
    return people.map((agent) => toRosterAgent(agent, byAgent.get(agent.id)));
  }
}

function toRosterAgent(agent: Agent, work: Workload | undefined): RosterAgent {
  const { id, name, role, presence, presenceReason, isConnected } = agent;
  const { teams, skills, languages, regions, capacity, hours } = agent;
  return {
    id,
    name,
    role,
    state: isConnected ? presence : 'offline',
    reason: isConnected ? presenceReason : null,
    teams,
    skills,
    languages,
    regions,
    capacity,
    hours,
    load: work?.load ?? 0,
    lastTookAt: work?.lastTookAt?.toISOString() ?? null,
  };
}
