import type {
  ConversationId,
  DecisionRecord,
  HandoffReason,
  MessageId,
  NewEvent,
  TurnId,
  VisitorId,
  WorkspaceId,
} from '@baton/shared-types';
import { newEvent, SYSTEM } from '../../conversations/index.js';
import type { SlotChange } from '../core/memory/merge-candidate.js';
import type { CompiledPlaybook } from '../core/playbook/compile-playbook.js';
import type { TurnLog } from '../core/turn-log.js';
import type { VisitorMessage } from '../core/understanding/reading.js';

/** A turn that has been decided and recorded, on its way to being spoken. */
export interface DecidedTurn {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  readonly visitorId: VisitorId;
  /** The token of the turn's lease; every write carries it. */
  readonly lease: string;
  readonly compiled: CompiledPlaybook;
  readonly record: DecisionRecord;
  readonly messages: readonly VisitorMessage[];
  /** The epoch under which the assistant speaks; whoever takes over raises it. */
  readonly epoch: number;
  /** `seq` of the last visitor message that this turn answers. */
  readonly answeredSeq: number;
  /** The log as it was when the turn was decided. */
  readonly log: TurnLog;
  /** What an earlier, broken-off run of this turn has already shown. */
  readonly shown: string;
  /** The move may be put in other words. What commits the company or ends a matter is said as the playbook has it. */
  readonly mayPhrase: boolean;
  /** A person is still to be called when the message is finished. */
  readonly owedHandoff: HandoffReason | null;
}

/** Whether a move carries no commitment, so that a model may put it in other words. */
export function isFreelyPhrased(record: DecisionRecord): boolean {
  const step = record.move?.step;
  return step === 'ask' || step === 'answer' || step === 'confirm';
}

/** The message of a turn has one id, whoever finishes it: so it is never said twice. */
export function messageIdOf(turnId: TurnId): MessageId {
  return `msg_${turnId.slice('trn_'.length)}` as MessageId;
}

/** The events that bring changes of slots into the log. */
export function slotEvents(changes: readonly SlotChange[]): readonly NewEvent[] {
  return changes.map(({ type, slot }) => newEvent(type, SYSTEM, { slot }));
}
