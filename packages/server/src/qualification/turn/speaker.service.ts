import { setTimeout as sleep } from 'node:timers/promises';
import type { HandoffReason, Move, NewEvent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  ASSISTANT,
  CONVERSATIONS,
  type Conversations,
  EPHEMERAL_SIGNALS,
  type EphemeralSignals,
  newEvent,
  requestHandoff,
  SYSTEM,
} from '../../conversations/index.js';
import { IDS, type Ids } from '../../kernel/ids.js';
import { Metrics } from '../../observability/index.js';
import { remainingSentences } from '../core/move/remaining-sentences.js';
import { ModelListener } from './model-listener.service.js';
import { type BegunReply, ModelReply, type PhrasedReply, type TurnToPhrase } from './model-reply.service.js';
import { ModelSingleCall } from './model-single-call.service.js';
import type { LaneFailure } from './model-usage-meter.service.js';
import type { DecidedTurn } from './turn.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';
import { Utterance } from './utterance.adapter.js';

/** How long the last question waits for the model's findings once the rest has been said. */
const LISTEN_GRACE_MS = 1_500;

/** What a reply ends with; the move may have been revised while it was spoken. */
interface Ending {
  readonly move: Move;
  readonly rest: readonly string[];
  readonly origin: 'template' | 'model';
  readonly handoff: HandoffReason | null;
  readonly degraded: readonly Degraded[];
}
interface Degraded {
  readonly lane: 'reply' | 'extraction';
  readonly kind: LaneFailure;
}

/** Speaks a decided turn: from the template, or in the model's words while the model listens. */
@Injectable()
export class Speaker {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(EPHEMERAL_SIGNALS) private readonly signals: EphemeralSignals,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(ModelReply) private readonly reply: ModelReply,
    @Inject(ModelListener) private readonly listener: ModelListener,
    @Inject(ModelSingleCall) private readonly singleCall: ModelSingleCall,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
  ) {}

  /**
   * Asks the model for its words while the decision is still being committed: nothing of them is said before it is.
   * Null where this turn is not the model's to phrase.
   */
  begin(turn: TurnToPhrase): BegunReply | LaneFailure | null {
    const { move } = turn.record;
    const streams = this.options.modelCalls === 'parallel' && turn.mayPhrase && turn.shown === '';
    return move !== null && streams ? this.reply.begin(turn, bodyOf(move)) : null;
  }

  async abandon(turn: TurnToPhrase, begun: ReturnType<Speaker['begin']>): Promise<void> {
    if (begun !== null && typeof begun === 'object') await this.reply.abandon(turn, begun);
  }

  /**
   * With `begun` in the model's words, which were asked for by `begin`. False: the turn was overtaken, by a person or
   * by the visitor's next line, and wants to be looked at again.
   */
  async speak(
    turn: DecidedTurn,
    withModel: boolean,
    begun: ReturnType<Speaker['begin']> = null,
  ): Promise<boolean> {
    const { move } = turn.record;
    if (move === null) return true;
    const utterance = new Utterance(turn, this.conversations, this.signals);
    try {
      // What a broken-off run has shown is finished by the rules: the model would begin anew.
      const ending =
        withModel && utterance.text === ''
          ? await (this.options.modelCalls === 'single'
              ? this.speakBySingleCall(turn, move, utterance)
              : this.speakWithModel(turn, move, utterance, begun))
          : templateEnding(turn, move, utterance);
      return ending !== null && (await this.finish(turn, utterance, ending));
    } finally {
      utterance.end();
    }
  }

  /** Null: somebody else has the word. */
  private async speakWithModel(
    turn: DecidedTurn,
    move: Move,
    utterance: Utterance,
    begun: ReturnType<Speaker['begin']>,
  ): Promise<Ending | null> {
    const body = bodyOf(move);
    const abort = new AbortController();
    const listening = this.listener.listen(turn, abort.signal);
    // It may fail while the reply is still being spoken and nobody waits for it: that must not end the process.
    listening.catch(() => undefined);
    try {
      const phrased = await this.phrase(turn, begun, utterance);
      if (phrased.outcome === 'stopped') return null;
      const silent = utterance.text === '';
      for (const sentence of phrased.failure !== null || silent
        ? remainingSentences(body, utterance.text)
        : []) {
        if (!(await utterance.say(sentence))) return null;
      }
      const grace = new AbortController();
      await Promise.race([listening, sleep(LISTEN_GRACE_MS, null, { signal: grace.signal })]).finally(() =>
        grace.abort(),
      );
      abort.abort();
      const heard = await listening;
      const revised = heard.decision?.move ?? move;
      return {
        move: revised,
        rest: restOf(move, revised),
        origin: silent ? 'template' : 'model',
        handoff: heard.decision?.handoff ?? turn.owedHandoff,
        degraded: [
          ...(phrased.failure === null ? [] : [{ lane: 'reply' as const, kind: phrased.failure }]),
          ...(heard.failure === null ? [] : [{ lane: 'extraction' as const, kind: heard.failure }]),
        ],
      };
    } finally {
      abort.abort();
      // Whatever it still commits belongs before the next plan of this conversation.
      await Promise.allSettled([listening]);
    }
  }

  private async phrase(
    turn: DecidedTurn,
    begun: ReturnType<Speaker['begin']>,
    utterance: Utterance,
  ): Promise<PhrasedReply> {
    if (begun === null) return { outcome: 'said', failure: null };
    if (typeof begun === 'string') return { outcome: 'failed', failure: begun };
    return this.reply.phrase(turn, begun, utterance);
  }

  /** One call brings the words and the facts; whatever it does not bring, the rules say. Null as above. */
  private async speakBySingleCall(
    turn: DecidedTurn,
    move: Move,
    utterance: Utterance,
  ): Promise<Ending | null> {
    const body = bodyOf(move);
    const answer = await this.singleCall.ask(turn, body, new AbortController().signal);
    const phrased = answer.sentences.length > 0;
    for (const sentence of phrased ? answer.sentences : body) {
      if (!(await utterance.say(sentence))) return null;
    }
    const heard = await this.listener.hear(turn, answer.facts);
    const revised = heard.decision?.move ?? move;
    return {
      move: revised,
      rest: restOf(move, revised),
      origin: phrased ? 'model' : 'template',
      handoff: heard.decision?.handoff ?? turn.owedHandoff,
      degraded: answer.failure === null ? [] : [{ lane: 'reply', kind: answer.failure }],
    };
  }

  /** The last commit: the finished message, what went wrong, and the call for a person if one is owed. */
  private async finish(turn: DecidedTurn, utterance: Utterance, ending: Ending): Promise<boolean> {
    const { workspaceId, conversationId, record, epoch, lease, answeredSeq } = turn;
    const text = [utterance.text, ...ending.rest].filter((part) => part !== '').join(' ');
    const handoffId = this.ids.next('hnd');
    const degraded = ending.degraded.map(({ lane, kind }): NewEvent => {
      this.metrics.modelFailures.inc({ lane, kind });
      return newEvent('turn.degraded', SYSTEM, { turnId: record.turnId, lane, kind });
    });
    const message = newEvent('message.sent', ASSISTANT, {
      messageId: utterance.messageId,
      text,
      kind: 'text',
      origin: ending.origin,
      asks: ending.move.slot,
      quickReplies: ending.move.quickReplies,
      citations: ending.move.citations,
      interrupted: false,
      turnId: record.turnId,
    });
    const appended = await this.conversations.append({
      workspaceId,
      conversationId,
      epoch,
      lease,
      unlessVisitorWroteAfter: utterance.text === '' ? answeredSeq : null,
      decide: (state) => [
        ...degraded,
        message,
        ...(ending.handoff === null ? [] : requestHandoff(state, handoffId, ending.handoff)),
      ],
    });
    return !appended.superseded;
  }
}

/** Everything but the question, which is said last. */
function bodyOf(move: Move): readonly string[] {
  return move.slot === null ? move.sentences : move.sentences.slice(0, -1);
}

/** What is said after the body: the question of the running move, or what has taken its place. */
function restOf(move: Move, revised: Move): readonly string[] {
  return revised.sentences.slice(bodyOf(move).length);
}

function templateEnding(turn: DecidedTurn, move: Move, utterance: Utterance): Ending {
  const isResumed = utterance.text !== '';
  return {
    move,
    rest: [
      ...(isResumed ? remainingSentences(bodyOf(move), utterance.text) : bodyOf(move)),
      ...restOf(move, move),
    ],
    origin: isResumed ? 'model' : 'template',
    handoff: turn.owedHandoff,
    degraded: [],
  };
}
