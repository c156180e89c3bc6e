import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AgentCommands,
  type AlreadySaid,
  applyEvent,
  type Classification,
  type ConversationId,
  type ConversationView,
  type Evidence,
  emptyView,
  type LogEvent,
  type NewEvent,
  type Override,
  type SlotRecord,
  type WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  changeOwner,
  newEvent,
} from '../conversations/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { OperationalError, UserError } from '../kernel/errors.js';
import { Playbooks } from '../qualification/index.js';
import { type AgentAct, AgentActs, actorOf } from './agent-acts.service.js';
import { Bundles } from './bundles.service.js';
import { correctSlot, displayRecord, readEvidence } from './core/correct-slot.js';
import { findAlreadySaid } from './core/find-already-said.js';
import { deskOf } from './core/words/desk.js';

/** A chat in which somebody speaks grows by an event now and then, never this often while one act is prepared. */
const ATTEMPTS = 12;
/** After the first attempt none, then so much longer each time. */
const PAUSE_MS = 10;

/** The log has grown since it was read. */
class Overtaken extends Error {}

/** What agents change against the machine, always with a reason, and what they tell each other. */
@Injectable()
export class Overrides {
  constructor(
    @Inject(AgentActs) private readonly acts: AgentActs,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Bundles) private readonly bundles: Bundles,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
  ) {}

  async addNote(agent: AgentPrincipal, command: AgentCommands['note.add']['payload']): Promise<number> {
    const { text } = command;
    return this.append(agent, command, () => [
      newEvent('note.added', actorOf(agent), { kind: 'whisper', text }, { clientId: command.clientId }),
    ]);
  }

  async correctSlot(
    agent: AgentPrincipal,
    command: AgentCommands['slot.correct']['payload'],
  ): Promise<number> {
    const { conversationId, clientId, key, value, reason } = command;
    return this.appendOnWhatIsRead(agent, command, async () => {
      const { slots } = await this.bundles.get(agent.workspaceId, conversationId);
      const slot = slots.find((each) => each.key === key);
      if (!slot) throw new UserError('invalid_input', [`key: there is no slot ${key}`]);
      const log = await this.conversations.readLog(agent.workspaceId, conversationId);
      const evidence: Evidence | null = command.evidence ? readEvidence(log, command.evidence) : null;
      if (command.evidence && !evidence)
        throw new UserError('invalid_input', ['evidence: these words do not stand there']);
      const { playbook } = await this.playbooks.current(agent.workspaceId);
      const { words, language } = deskOf(playbook);
      const given = { value, reason: words.overrides.corrected(agent.name, reason), evidence };
      const record: SlotRecord | null = correctSlot(slot, given);
      if (!record) throw new UserError('invalid_input', [`value: not a value of ${slot.kind}`]);
      const override: Override = {
        kind: 'slot',
        key,
        before: slot.current?.display ?? null,
        after: displayRecord(record, language),
        reason,
      };
      const type = record.current ? 'slot.corrected' : 'slot.withdrawn';
      return [
        newEvent('override.recorded', actorOf(agent), { override }, { clientId }),
        newEvent(type, actorOf(agent), { slot: record }),
      ];
    });
  }

  async reclassify(
    agent: AgentPrincipal,
    command: AgentCommands['lead.reclassify']['payload'],
  ): Promise<number> {
    const { clientId, reason, verdict, tier, intents } = command;
    return this.appendOnWhatIsRead(agent, command, async () => {
      const view = await this.readView(agent.workspaceId, command.conversationId);
      const before = classificationOf(view);
      const after: Classification = {
        verdict: verdict === undefined ? before.verdict : verdict,
        tier: tier ?? before.tier,
        intents: intents ?? before.intents,
      };
      const override: Override = { kind: 'classification', before, after, reason };
      return [newEvent('override.recorded', actorOf(agent), { override }, { clientId })];
    });
  }

  /** Whatever the assistant is saying at this moment is cut off: a new epoch, as at every change of hands. */
  async setAutomation(
    agent: AgentPrincipal,
    command: AgentCommands['automation.set']['payload'],
  ): Promise<number> {
    const { clientId, paused, reason } = command;
    const override: Override = { kind: 'automation', paused, reason };
    return this.append(agent, command, (state) => [
      newEvent('override.recorded', actorOf(agent), { override }, { clientId }),
      ...(state.owner.kind === 'agent' ? [] : [changeOwner(state, state.owner, actorOf(agent))]),
    ]);
  }

  async checkDraft(
    { workspaceId }: AgentPrincipal,
    { conversationId, text }: AgentCommands['draft.check']['payload'],
  ): Promise<readonly AlreadySaid[]> {
    return findAlreadySaid(text, await this.bundles.get(workspaceId, conversationId));
  }

  /**
   * What `prepare` makes of the log as it reads it, written if nothing has been added meanwhile; else made anew. An
   * override names what it replaces, and a corrected slot carries all that was known of it.
   */
  private async appendOnWhatIsRead(
    agent: AgentPrincipal,
    act: AgentAct,
    prepare: () => Promise<readonly NewEvent[]>,
  ): Promise<number> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { head } = await this.conversations.getState(agent.workspaceId, act.conversationId);
      const events = await prepare();
      try {
        return await this.append(agent, act, (state) => {
          if (state.head !== head) throw new Overtaken();
          return events;
        });
      } catch (thrown) {
        if (!(thrown instanceof Overtaken)) throw thrown;
        await sleep(attempt * PAUSE_MS);
      }
    }
    throw new OperationalError('unavailable');
  }

  private async append(
    agent: AgentPrincipal,
    act: AgentAct,
    decide: (state: ConversationState) => readonly NewEvent[],
  ): Promise<number> {
    const { conversationId, clientId } = act;
    const { events, state } = await this.acts.append(agent, { conversationId, clientId }, decide);
    return events[0]?.seq ?? state.head;
  }

  private async readView(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<ConversationView> {
    const log: readonly LogEvent[] = await this.conversations.readLog(workspaceId, conversationId);
    return log.reduce(applyEvent, emptyView(conversationId));
  }
}

function classificationOf({ reclassified, decision }: ConversationView): Classification {
  if (reclassified) return reclassified;
  const { verdict = null, tier = null, intents = [] } = decision ?? {};
  return { verdict, tier, intents };
}
