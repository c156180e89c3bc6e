import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ConversationId,
  DecisionRecord,
  EventDataByType,
  HandoffReason,
  NewEvent,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  EPHEMERAL_SIGNALS,
  type EphemeralSignals,
  newEvent,
  type Reaction,
  requestHandoff,
  type SeenRecently,
  SYSTEM,
} from '../../conversations/index.js';
import { OperationalError, UserError } from '../../kernel/errors.js';
import { IDS, type Ids } from '../../kernel/ids.js';
import { LANGUAGE_MODEL, type LanguageModel } from '../../llm/index.js';
import { Metrics } from '../../observability/index.js';
import { decideTurn } from '../core/decide-turn.js';
import { findPendingTurn, type PendingTurn } from '../core/pending-turn.js';
import { PAST_FORM } from '../core/settle-past.js';
import type { TurnLog } from '../core/turn-log.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { Speaker } from './speaker.service.js';
import { type DecidedTurn, isFreelyPhrased, messageIdOf, slotEvents } from './turn.js';
import { TurnFactsRepository } from './turn-facts.repository.js';
import { TurnInputs } from './turn-inputs.service.js';
import { TurnLogs, type TurnSeen } from './turn-logs.service.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';

/** How often a turn is planned anew because the visitor goes on writing, before it is left to the next lease. */
const MAX_PLANS = 25;

/** What stays the same through all plans of a turn. */
type Run = Pick<DecidedTurn, 'workspaceId' | 'compiled' | 'lease'>;

/** A visitor's message makes the assistant owe a turn, unless a person owns the conversation. */
export const owesTurn: Reaction<'message.sent'> = (event, state) =>
  event.actor.kind === 'visitor' && state.owner.kind !== 'agent' ? [{ kind: 'turn' }] : [];

/** Given back by a person: whatever the visitor has written and nobody has answered is the assistant's now. */
export const owesReturnedLine: Reaction<'owner.changed'> = (event, state) =>
  event.data.owner.kind === 'assistant' && state.lastVisitorSeq > 0 ? [{ kind: 'turn' }] : [];

/** Takes the assistant's turns: read the log, decide, commit, speak. Safe to run again after a crash. */
@Injectable()
export class TurnRunner implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(EPHEMERAL_SIGNALS) private readonly signals: EphemeralSignals,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(TurnFactsRepository) private readonly facts: TurnFactsRepository,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(TurnLogs) private readonly logs: TurnLogs,
    @Inject(TurnInputs) private readonly inputs: TurnInputs,
    @Inject(Speaker) private readonly speaker: Speaker,
  ) {}

  onModuleInit(): void {
    this.conversations.onEvent('message.sent', owesTurn);
    this.conversations.onEvent('owner.changed', owesReturnedLine);
    this.conversations.onTurnDue(
      (workspaceId, conversationId, lease, seen) => this.run(workspaceId, conversationId, lease, seen),
      PAST_FORM,
    );
    this.conversations.addProjection(async (tx, workspaceId, state, events) => {
      const optedOut = events.some(
        (event) => event.type === 'decision.recorded' && event.data.decision.gate.rule === 'opt_out',
      );
      if (optedOut) await this.facts.forbidContact(tx, workspaceId, state.visitorId);
    });
  }

  /** Answers everything the visitor has written; returns the `seq` of the last message that was dealt with. */
  async run(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    lease: string,
    first: SeenRecently,
  ): Promise<number> {
    const stopTimer = this.metrics.turns.startTimer();
    let outcome = 'failed';
    const compiled = await this.playbooks.current(workspaceId);
    const { assistant } = compiled.playbook;
    let seen = await this.logs.open(workspaceId, first);
    const typing = (on: boolean) => this.signals.typing(conversationId, 'assistant', assistant.name, on);
    try {
      for (let plan = 0; plan < MAX_PLANS; plan += 1) {
        const { state } = seen;
        if (state.status === 'closed' || state.owner.kind === 'agent') {
          outcome = 'not_ours';
          return state.lastVisitorSeq;
        }
        if (!findPendingTurn(seen.log)) {
          await this.logs.settle(workspaceId, seen);
          outcome = 'answered';
          return state.lastVisitorSeq;
        }
        typing(true);
        if (this.options.pauseMs > 0) {
          await sleep(this.options.pauseMs);
          seen = await this.logs.refresh(workspaceId, conversationId, seen.log);
        }
        const answered = await this.attempt({ workspaceId, compiled, lease }, seen);
        if (answered !== null) {
          await this.logs.settle(workspaceId, seen);
          outcome = 'answered';
          return answered;
        }
        seen = await this.logs.refresh(workspaceId, conversationId, seen.log);
      }
      throw new OperationalError('unavailable');
    } finally {
      typing(false);
      stopTimer({ outcome });
    }
  }

  /** One plan and its speech; null when it was overtaken and has to be made anew. */
  private async attempt(run: Run, { state, log }: TurnSeen): Promise<number | null> {
    if (state.status === 'closed' || state.owner.kind === 'agent') return state.lastVisitorSeq;
    const pending = findPendingTurn(log);
    if (!pending) return state.lastVisitorSeq;
    try {
      const decided = await this.decide(run, state, log, pending);
      if (decided === null) return null;
      const { turn, begun } = decided;
      if (await this.speaker.speak(turn, this.mayAskModel(turn.record), begun)) return turn.answeredSeq;
      await this.noteAborted(turn, turn.record);
      return null;
    } catch (error) {
      // The conversation changed hands between reading and writing: look again who owns it.
      if (isOvertaken(error)) return null;
      throw error;
    }
  }

  /** Decides and makes the first commit; a turn that had been decided before it broke off is taken up again. */
  private async decide(
    { workspaceId, compiled, lease }: Run,
    state: ConversationState,
    log: TurnLog,
    pending: PendingTurn,
  ): Promise<Decided | null> {
    const base = {
      workspaceId,
      conversationId: state.id,
      visitorId: state.visitorId,
      lease,
      compiled,
      messages: pending.messages,
      answeredSeq: pending.lastSeq,
      log,
    };
    const mayPhrase = (record: DecisionRecord) => state.owner.kind === 'assistant' && isFreelyPhrased(record);
    const { decided } = pending;
    if (decided !== null) {
      const shown = state.speech?.messageId === messageIdOf(decided.turnId) ? state.speech.text : '';
      const owedHandoff = pending.owesHandoff ? decided.handoff : null;
      const resumed = { ...base, record: decided, shown, owedHandoff, mayPhrase: mayPhrase(decided) };
      return { turn: { ...resumed, epoch: state.epoch }, begun: this.begin(resumed) };
    }
    const inputs = await this.inputs.gather({ workspaceId, state, log, pending, compiled });
    const decision = decideTurn({ log, turnId: this.ids.next('trn'), inputs }, compiled);
    const { record } = decision;
    const draft = { ...base, record, shown: '', owedHandoff: null, mayPhrase: mayPhrase(record) };
    const begun = this.begin(draft);
    const recorded = newEvent('decision.recorded', SYSTEM, { decision: record });
    const call = this.callFor(record.handoff);
    try {
      const appended = await this.commitUnlessOvertaken({ ...base, epoch: state.epoch }, record, {
        workspaceId,
        conversationId: state.id,
        epoch: state.epoch,
        lease,
        unlessVisitorWroteAfter: pending.lastSeq,
        // A log that has grown since it was read was read too early: a lease alone does not keep a process that
        // slept from answering a second time.
        decide: (locked) =>
          locked.head === inputs.headSeq ? [...slotEvents(decision.changes), recorded, ...call(locked)] : [],
      });
      if (!appended.superseded && appended.events.length > 0)
        return { turn: { ...draft, epoch: appended.state.epoch }, begun };
    } catch (error) {
      await this.speaker.abandon(draft, begun);
      throw error;
    }
    await this.speaker.abandon(draft, begun);
    await this.noteAborted({ ...base, epoch: state.epoch }, record);
    return null;
  }

  private mayAskModel(record: DecisionRecord): boolean {
    return this.model !== null && record.gate.outcome === 'pass';
  }

  /** The model is asked for its words while the decision is on its way into the log. */
  private begin(turn: Omit<DecidedTurn, 'epoch'>): ReturnType<Speaker['begin']> {
    return this.mayAskModel(turn.record) ? this.speaker.begin(turn) : null;
  }

  /** A plan that somebody took over from before it was committed is noted all the same. */
  private async commitUnlessOvertaken(
    turn: OpenTurn,
    record: DecisionRecord,
    append: Parameters<Conversations['append']>[0],
  ): ReturnType<Conversations['append']> {
    try {
      return await this.conversations.append(append);
    } catch (error) {
      if (isOvertaken(error)) await this.noteAborted(turn, record);
      throw error;
    }
  }

  /** Every plan is in the log, also one that was not carried out to its end. A closed log takes nothing more. */
  private async noteAborted(turn: OpenTurn, { turnId, plan, dropped }: DecisionRecord): Promise<void> {
    const { workspaceId, conversationId, lease } = turn;
    try {
      await this.conversations.append({
        workspaceId,
        conversationId,
        epoch: null,
        lease,
        decide: (state) => [
          newEvent('turn.aborted', SYSTEM, {
            turnId,
            plan,
            dropped,
            because: abortedBecause(state, turn),
          }),
        ],
      });
    } catch (error) {
      if (!(error instanceof UserError && error.code === 'conversation_closed')) throw error;
    }
  }

  /** Calls a person: from the assistant into the queue, or once more for somebody who is already waiting there. */
  private callFor(reason: HandoffReason | null): (state: ConversationState) => readonly NewEvent[] {
    if (reason === null) return () => [];
    const handoffId = this.ids.next('hnd');
    return (state) =>
      state.owner.kind === 'queue'
        ? [newEvent('handoff.requested', SYSTEM, { handoffId, reason })]
        : requestHandoff(state, handoffId, reason);
  }
}

/** A turn that stands in the log, and the words that the model has been asked for meanwhile. */
interface Decided {
  readonly turn: DecidedTurn;
  readonly begun: ReturnType<Speaker['begin']>;
}

/** As much of a turn as an abandoned plan needs. */
type OpenTurn = Pick<DecidedTurn, 'workspaceId' | 'conversationId' | 'lease' | 'epoch' | 'answeredSeq'>;

function abortedBecause(
  state: ConversationState,
  { epoch, answeredSeq }: OpenTurn,
): EventDataByType['turn.aborted']['because'] {
  if (state.epoch !== epoch) return 'owner_changed';
  return state.lastVisitorSeq > answeredSeq ? 'visitor_wrote' : 'log_changed';
}

function isOvertaken(error: unknown): boolean {
  return (
    error instanceof UserError && ['epoch_stale', 'not_owner', 'conversation_closed'].includes(error.code)
  );
}
