import type { LogEvent, Playbook, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  ASSISTANT,
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  newEvent,
  SYSTEM,
} from '../conversations/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { contactCaptureMove, Playbooks, recallMemory } from '../qualification/index.js';
import { type Handoff, isAsBefore } from './core/handoff.js';
import { sayWhen } from './core/say-when.js';
import { HandoffRepository } from './handoff.repository.js';
import type { Routed } from './router.service.js';

const DAY_MS = 86_400_000;

export interface Uncaught {
  readonly handoff: Handoff;
  readonly log: readonly LogEvent[];
  readonly state: ConversationState;
  readonly routed: Routed;
}

/** The last rung: the visitor is told the truth with a time, and asked for what is missing to reach them. */
@Injectable()
export class Capture {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async take(workspaceId: WorkspaceId, { handoff, log, state, routed }: Uncaught): Promise<void> {
    const { id: handoffId, timesExpired, offers } = handoff;
    const compiled = await this.playbooks.current(workspaceId);
    const memory = recallMemory(log, compiled.playbook.slots);
    const move = contactCaptureMove(memory, compiled, memory.language);
    const promised = routed.promisedBy ?? new Date(this.clock.now().getTime() + DAY_MS);
    const promise = promiseSentence(compiled.playbook, memory.language, promised, state.timeZone);
    const [truth, ...rest] = move.sentences;
    const message = {
      messageId: this.ids.next('msg'),
      text: [promise ?? truth, ...rest].join(' '),
      kind: 'text',
      origin: 'template',
      asks: move.slot,
      quickReplies: move.quickReplies,
      citations: [],
      interrupted: false,
      turnId: null,
    } as const;
    // The visitor is told once; a later offer that runs out changes nothing for them.
    const tell = timesExpired === 0 ? [newEvent('message.sent', ASSISTANT, message)] : [];
    // Two deadlines of one offer, or two last refusals, may come at once: the second finds the first's event.
    const clientId = `${handoffId}-expired-${timesExpired}`;
    const because = offers > 0 ? 'no_accept' : 'nobody_available';
    const expired = { handoffId, because, promisedBy: promised.toISOString() } as const;
    await this.conversations.append({
      workspaceId,
      conversationId: state.id,
      epoch: null,
      once: { actor: SYSTEM, clientId },
      lookUp: (tx) => this.repository.find(tx, workspaceId, handoffId),
      decide: ({ status, owner }, now) =>
        status === 'open' && owner.kind === 'queue' && isAsBefore(handoff, now)
          ? [
              newEvent('handoff.expired', SYSTEM, expired, { clientId }),
              newEvent('handoff.routed', SYSTEM, { handoffId, routing: routed.routing }),
              ...tell,
            ]
          : [],
    });
  }
}

/** The sentence that names the time; null when the playbook has none. */
function promiseSentence(playbook: Playbook, language: string, at: Date, timeZone: string): string | null {
  const texts = playbook.texts.nobody_available_until;
  if (!texts || !playbook.routing) return null;
  const text = Object.hasOwn(texts, language) ? (texts[language] ?? texts.en) : texts.en;
  return text.replaceAll('{time}', sayWhen(at, language, timeZone));
}
