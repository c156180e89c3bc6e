import type { NewEvent } from '@baton/shared-types';
import { UserError } from '../../kernel/errors.js';
import { checkAppend } from './check-append.js';
import type { ConversationState, Speech } from './conversation-state.js';
import { interruptSpeech, speechAsMessage } from './interrupt-speech.js';
import { LeaseLost } from './lease-lost.js';

/** What an append writes. */
export interface Decided {
  readonly events: readonly NewEvent[];
  /** What the assistant has released of a message in progress, when that changes. */
  readonly speech?: Speech;
  /** Nothing is written because the visitor has written meanwhile. */
  readonly superseded?: boolean;
}

interface Fences {
  readonly lease?: string | undefined;
  readonly epoch: number | null;
  readonly unlessVisitorWroteAfter?: number | null | undefined;
}

/** What a request appends to a conversation in this state. Throws a `UserError`, or `LeaseLost`, to refuse. */
export function decideAppend(
  state: ConversationState,
  request: Fences & { readonly decide: (state: ConversationState) => readonly NewEvent[] },
): Decided {
  assertHolds(state, request.lease);
  if (request.epoch !== null && request.epoch !== state.epoch) throw new UserError('epoch_stale');
  const awaited = request.unlessVisitorWroteAfter ?? null;
  if (awaited !== null && state.lastVisitorSeq > awaited) return { events: [], superseded: true };
  const decided = request.decide(state);
  if (decided.length === 0) return { events: [] };
  checkAppend(state, decided);
  return { events: interruptSpeech(state, decided) };
}

/** What recording a piece of a message in progress writes; null where the assistant has to stop speaking. */
export function decideRelease(
  state: ConversationState,
  speech: Speech,
  { lease, unlessVisitorWroteAfter }: Omit<Fences, 'epoch'>,
): Decided | null {
  assertHolds(state, lease);
  const awaited = unlessVisitorWroteAfter ?? null;
  const stale = state.epoch !== speech.epoch || state.owner.kind === 'agent' || state.status === 'closed';
  if (stale || (awaited !== null && state.lastVisitorSeq > awaited)) return null;
  const { speech: earlier } = state;
  // What an earlier, broken-off turn had shown stays visible before the new message begins.
  const leftOver = earlier && earlier.messageId !== speech.messageId ? [speechAsMessage(earlier)] : [];
  return { events: leftOver, speech };
}

/** The lease's token fences a turn: under the row's lock, whoever was overtaken while asleep writes nothing. */
function assertHolds(state: ConversationState, lease: string | undefined): void {
  if (lease !== undefined && state.leaseToken !== lease) throw new LeaseLost();
}
