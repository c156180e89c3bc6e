import type {
  ConversationId,
  DecisionRecord,
  EventId,
  HandoffId,
  HandoffReason,
  LogEvent,
  MessageId,
  Move,
  NewEvent,
  SiteId,
  TurnId,
  VisitorId,
} from '@baton/shared-types';
import { EVENT_SCHEMA_VERSION } from '@baton/shared-types';
import { ASSISTANT, newEvent, SYSTEM } from '../../../conversations/index.js';
import { decideTurn } from '../../core/decide-turn.js';
import { groundsOf } from '../../core/grounds-of.js';
import { hearCandidates } from '../../core/hear-candidates.js';
import { createOutputGate } from '../../core/output-gate.js';
import { findPendingTurn } from '../../core/pending-turn.js';
import type { CompiledPlaybook } from '../../core/playbook/compile-playbook.js';
import type { Understand } from '../../core/read-turn.js';
import { recallMemory } from '../../core/recall-memory.js';
import { wholeLog } from '../../core/turn-log.js';
import type { VisitorMessage } from '../../core/understanding/reading.js';
import { type ModelFact, verifyModelFacts } from '../../core/verify-model-facts.js';
import { qualificationWords } from '../../core/words/qualification-words.js';
import { isFreelyPhrased } from '../../turn/turn.js';

const NOW = '2026-11-20T09:00:00.000Z';
const CONVERSATION = 'cnv_00000000000000000000000001' as ConversationId;
export const VISITOR = { kind: 'visitor', id: 'vis_00000000000000000000000001' as VisitorId } as const;

/** An id whose body is a number, so that tests and fixtures can be read. */
export function numbered<P extends string>(prefix: P, n: number): `${P}_${string}` {
  return `${prefix}_${String(n).padStart(26, '0')}`;
}

export interface PlayOptions {
  readonly planner?: 'on' | 'off';
  readonly locale?: string;
  readonly veto?: Partial<DecisionRecord['inputs']['veto']>;
  readonly passages?: DecisionRecord['inputs']['passages'];
  /** What is read from a turn; default: the rules. */
  readonly understand?: Understand;
  /** A model beside the rules; default: none. */
  readonly model?: PlayedModel;
}

/** What a model writes in a turn: its reply as raw text, and the facts it claims. Neither is believed. */
export interface PlayedModel {
  readonly reply: (record: DecisionRecord) => string;
  readonly facts: (record: DecisionRecord, messages: readonly VisitorMessage[]) => readonly ModelFact[];
}

interface Spoken {
  readonly text: string;
  readonly move: Move;
  readonly origin: 'template' | 'model';
  readonly handoff: HandoffReason | null;
}

/** A conversation without a database: the log as the server would write it. */
export class PlayedConversation {
  readonly log: LogEvent[] = [];
  readonly records: DecisionRecord[] = [];
  private epoch = 0;
  private turns = 0;

  constructor(
    private readonly playbook: CompiledPlaybook,
    private readonly options: PlayOptions = {},
  ) {
    const page = { url: 'https://shop.example/', title: 'Shop', referrer: '' };
    const locale = options.locale ?? 'en';
    const siteId = numbered('sit', 1) as SiteId;
    this.append(
      newEvent('conversation.started', SYSTEM, { siteId, page, locale, timeZone: 'Europe/Berlin' }),
    );
  }

  append(event: NewEvent): void {
    if (event.type === 'owner.changed') this.epoch = event.data.epoch;
    const seq = this.log.length + 1;
    this.log.push({
      ...event,
      id: numbered('evt', seq) as EventId,
      conversationId: CONVERSATION,
      seq,
      schemaVersion: EVENT_SCHEMA_VERSION,
      at: NOW,
      epoch: this.epoch,
    } as LogEvent);
  }

  /** The visitor writes a line and nobody answers yet. */
  write(text: string, kind: 'text' | 'human_request' = 'text'): void {
    this.append(newEvent('message.sent', VISITOR, this.message(text, { kind, origin: 'human' })));
  }

  /** The visitor writes, the assistant takes its turn; returns the reply, null for silence. */
  say(text: string, kind: 'text' | 'human_request' = 'text'): string | null {
    this.write(text, kind);
    return this.takeTurn();
  }

  takeTurn(): string | null {
    const pending = findPendingTurn(wholeLog(this.log));
    if (!pending) return null;
    const memory = recallMemory(this.log, this.playbook.playbook.slots);
    this.turns += 1;
    const turnId = numbered('trn', this.turns) as TurnId;
    const inputs: DecisionRecord['inputs'] = {
      messageIds: pending.messageIds,
      asked: memory.asked,
      now: NOW,
      timeZone: 'Europe/Berlin',
      headSeq: this.log.length,
      veto: {
        automationPaused: false,
        doNotContact: memory.flags.optOut,
        humanOwns: false,
        turnsTaken: memory.turnsTaken,
        modelBudgetSpent: false,
        ...this.options.veto,
      },
      modelCandidates: [],
      passages: this.options.passages ?? [],
      planner: this.options.planner ?? 'on',
    };
    const { record, changes } = decideTurn(
      { log: wholeLog(this.log), turnId, inputs },
      this.playbook,
      this.options.understand,
    );
    this.records.push(record);
    for (const { type, slot } of changes) this.append(newEvent(type, SYSTEM, { slot }));
    this.append(newEvent('decision.recorded', SYSTEM, { decision: record }));
    this.call(record.handoff);
    if (!record.move) return null;
    const spoken = this.speak(record, record.move, pending.messages);
    const { slot: asks, quickReplies, citations } = spoken.move;
    const { text, origin } = spoken;
    this.append(
      newEvent(
        'message.sent',
        ASSISTANT,
        this.message(text, { origin, asks, quickReplies, citations, turnId }),
      ),
    );
    this.call(spoken.handoff);
    return text;
  }

  /** The move from its template, or in the model's words as far as they pass, with what its claims change. */
  private speak(record: DecisionRecord, move: Move, messages: readonly VisitorMessage[]): Spoken {
    const { model } = this.options;
    if (!model || record.gate.outcome !== 'pass')
      return { text: move.sentences.join(' '), move, origin: 'template', handoff: null };
    const words = qualificationWords(this.playbook.playbook.deskLanguage);
    const gate = createOutputGate(groundsOf(record, this.playbook));
    const said = isFreelyPhrased(record) ? [...gate.push(model.reply(record)), ...gate.end()] : [];
    const candidates = verifyModelFacts(model.facts(record, messages), messages, words.model);
    const headSeq = this.log.length;
    const heard = hearCandidates(
      { log: wholeLog(this.log), headSeq, first: record, candidates },
      this.playbook,
    );
    const learnt = heard.changes.length > 0;
    if (learnt) {
      this.records.push(heard.record);
      for (const { type, slot } of heard.changes) this.append(newEvent(type, SYSTEM, { slot }));
      this.append(newEvent('decision.recorded', SYSTEM, { decision: heard.record }));
    }
    const revised = (learnt ? heard.record.move : null) ?? move;
    const body = move.slot === null ? move.sentences : move.sentences.slice(0, -1);
    const text = [...(said.length > 0 ? said : body), ...revised.sentences.slice(body.length)].join(' ');
    const handoff = learnt && record.handoff === null ? heard.record.handoff : null;
    return { text, move: revised, origin: said.length > 0 ? 'model' : 'template', handoff };
  }

  private call(reason: HandoffReason | null): void {
    if (reason === null) return;
    const handoffId = numbered('hnd', this.turns) as HandoffId;
    this.append(newEvent('handoff.requested', SYSTEM, { handoffId, reason }));
    this.append(newEvent('owner.changed', SYSTEM, { owner: { kind: 'queue' }, epoch: this.epoch + 1 }));
  }

  private message(text: string, more: Partial<Extract<NewEvent, { type: 'message.sent' }>['data']>) {
    return {
      messageId: numbered('msg', this.log.length + 1) as MessageId,
      text,
      kind: 'text' as const,
      origin: 'human' as const,
      asks: null,
      quickReplies: [],
      citations: [],
      interrupted: false,
      turnId: null,
      ...more,
    };
  }
}
