import type {
  Actor,
  CardLine,
  ConversationId,
  NewEvent,
  SlotKey,
  VisitorId,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations, newEvent, visitorMessage } from '../../conversations/index.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { OperationalError, UserError } from '../../kernel/errors.js';
import { IDS, type Ids } from '../../kernel/ids.js';
import { cardLines, readCardAnswer } from '../core/lead-card.js';
import { mergeCandidate, type SlotChange } from '../core/memory/merge-candidate.js';
import { withdrawSlot } from '../core/memory/merge-understanding.js';
import type { QualificationMemory } from '../core/memory/qualification-memory.js';
import type { CompiledPlaybook } from '../core/playbook/compile-playbook.js';
import { recallMemory } from '../core/recall-memory.js';
import { qualificationWords } from '../core/words/qualification-words.js';
import { Playbooks } from '../playbook/playbooks.service.js';

/** Whose card it is; all of it from the session. */
interface CardOwner {
  readonly workspaceId: WorkspaceId;
  readonly visitorId: VisitorId;
  readonly conversationId: ConversationId;
}

interface CardAct {
  readonly clientId: string;
  readonly key: SlotKey;
}

interface Recalled {
  readonly memory: QualificationMemory;
  readonly compiled: CompiledPlaybook;
  readonly timeZone: string;
  readonly head: number;
}

/** Times the log is read again because it has grown under our hands, as it does while the assistant speaks. */
const MAX_ATTEMPTS = 5;

/** What a visitor sees of what we noted, and how they correct and withdraw it. */
@Injectable()
export class LeadCard {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async read(owner: CardOwner, locale: string): Promise<readonly CardLine[]> {
    const { memory, compiled } = await this.recall(owner);
    return cardLines(memory, compiled.playbook, locale);
  }

  /** The words become a message of the visitor; the value that is read from them takes the place of the old one. */
  async correct(owner: CardOwner, act: CardAct & { readonly text: string }, locale: string): Promise<number> {
    const actor = visitorOf(owner);
    return this.append(owner, act, ({ memory, compiled, timeZone }) => {
      const slot = compiled.playbook.slots.find(({ key }) => key === act.key);
      const held = memory.slots[act.key];
      if (!slot || !held) throw new UserError('not_found');
      const { readings: words } = qualificationWords(compiled.playbook.deskLanguage);
      const given = { now: this.clock.now().toISOString(), timeZone, language: locale, words };
      const answer = readCardAnswer(slot, { messageId: this.ids.next('msg'), text: act.text }, memory, given);
      if (!answer) throw new UserError('invalid_input', [`text: no ${slot.kind} can be read from it`]);
      const said = visitorMessage(actor, answer.messageId, { ...act, text: answer.message, kind: 'text' });
      return [said, ...changed(actor, mergeCandidate(held, answer.candidate, true))];
    });
  }

  async withdraw(owner: CardOwner, act: CardAct): Promise<number> {
    return this.append(owner, act, ({ memory }) =>
      withdrawSlot(memory, act.key).changes.flatMap((change) =>
        changed(visitorOf(owner), change, act.clientId),
      ),
    );
  }

  /** What is decided stands on the log as it was read: when it has grown meanwhile, it is read again. */
  private async append(
    owner: CardOwner,
    { clientId }: CardAct,
    decide: (recalled: Recalled) => readonly NewEvent[],
  ): Promise<number> {
    const { workspaceId, conversationId } = owner;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const recalled = await this.recall(owner);
      const events = decide(recalled);
      let isStale = false;
      const appended = await this.conversations.append({
        workspaceId,
        conversationId,
        epoch: null,
        once: { actor: visitorOf(owner), clientId },
        decide: ({ head }) => {
          isStale = head !== recalled.head;
          return isStale ? [] : events;
        },
      });
      if (!isStale) return appended.events.at(-1)?.seq ?? appended.state.head;
    }
    throw new OperationalError('unavailable');
  }

  private async recall({ workspaceId, conversationId }: CardOwner): Promise<Recalled> {
    const compiled = await this.playbooks.current(workspaceId);
    const { timeZone } = await this.conversations.getState(workspaceId, conversationId);
    const log = await this.conversations.readLog(workspaceId, conversationId);
    const memory = recallMemory(log, compiled.playbook.slots);
    return { memory, compiled, timeZone, head: log.at(-1)?.seq ?? 0 };
  }
}

function visitorOf({ visitorId }: CardOwner): Extract<Actor, { kind: 'visitor' }> {
  return { kind: 'visitor', id: visitorId };
}

function changed(
  actor: Actor,
  change: SlotChange | null,
  clientId: string | null = null,
): readonly NewEvent[] {
  return change ? [newEvent(change.type, actor, { slot: change.slot }, { clientId })] : [];
}
