import type {
  ConversationId,
  DecisionRecord,
  EventId,
  HandoffId,
  LogEvent,
  MessageId,
  NewEvent,
  SiteId,
  TurnId,
  VisitorId,
} from '@baton/shared-types';
import { EVENT_SCHEMA_VERSION } from '@baton/shared-types';
import { ASSISTANT, newEvent, SYSTEM } from '../../../conversations/index.js';
import { decideTurn } from '../../core/decide-turn.js';
import { findPendingTurn } from '../../core/pending-turn.js';
import type { CompiledPlaybook } from '../../core/playbook/compile-playbook.js';
import type { Understand } from '../../core/read-turn.js';
import { recallMemory } from '../../core/recall-memory.js';

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
}

/** A conversation without a database: the log as the server would write it, from templates alone. */
export class PlayedConversation {
  readonly log: LogEvent[] = [];
  readonly records: DecisionRecord[] = [];
  private epoch = 0;

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
    const pending = findPendingTurn(this.log);
    if (!pending) return null;
    const memory = recallMemory(this.log, this.playbook.playbook.slots);
    const turnId = numbered('trn', this.records.length + 1) as TurnId;
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
      { log: this.log, turnId, inputs },
      this.playbook,
      this.options.understand,
    );
    this.records.push(record);
    for (const { type, slot } of changes) this.append(newEvent(type, SYSTEM, { slot }));
    this.append(newEvent('decision.recorded', SYSTEM, { decision: record }));
    if (record.handoff) {
      const handoffId = numbered('hnd', this.records.length) as HandoffId;
      this.append(newEvent('handoff.requested', SYSTEM, { handoffId, reason: record.handoff }));
      this.append(newEvent('owner.changed', SYSTEM, { owner: { kind: 'queue' }, epoch: this.epoch + 1 }));
    }
    if (!record.move) return null;
    const text = record.move.sentences.join(' ');
    const { slot: asks, quickReplies, citations } = record.move;
    this.append(
      newEvent(
        'message.sent',
        ASSISTANT,
        this.message(text, { origin: 'template', asks, quickReplies, citations, turnId }),
      ),
    );
    return text;
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
