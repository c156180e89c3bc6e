import { type Reply, VISITOR_COMMAND, type VisitorCommands } from '@baton/shared-types';
import { visitorCommandSchemas } from '@baton/shared-types/schemas';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  CONVERSATIONS,
  type Conversations,
  EPHEMERAL_SIGNALS,
  type EphemeralSignals,
  VisitorMessages,
} from '../conversations/index.js';
import { RateLimits } from '../identity/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { LeadCard } from '../qualification/index.js';
import { answerCommand } from './answer-command.js';
import { readLog } from './read-log.js';
import { UnderWay } from './under-way.service.js';
import type { VisitorLink } from './visitor-link.js';
import { VisitorSession } from './visitor-session.service.js';

type Runs = {
  readonly [N in keyof VisitorCommands]: (
    link: VisitorLink,
    payload: VisitorCommands[N]['payload'],
  ) => Promise<VisitorCommands[N]['result']>;
};

/** What a visitor can do, whichever way the command came. The session knows which conversation is meant. */
@Injectable()
export class VisitorDesk {
  private readonly runs: Runs = {
    [VISITOR_COMMAND.openSession]: (link, payload) => this.session.open(link, payload),
    [VISITOR_COMMAND.logOut]: async (link) => {
      await this.session.logOut(link);
      return null;
    },
    [VISITOR_COMMAND.sendMessage]: async (link, message) => {
      this.takeMessage(link);
      const accepted = await this.messages.send(await this.session.contextOf(link), message);
      await this.session.follow(link, accepted.conversationId);
      return accepted;
    },
    [VISITOR_COMMAND.readLog]: (link, { after }) => {
      const { workspaceId } = this.session.principalOf(link);
      return readLog(this.conversations, workspaceId, this.session.conversationOf(link), after, 'public');
    },
    [VISITOR_COMMAND.setTyping]: async (link, { on }) => {
      const conversationId = this.session.conversationOf(link);
      await this.session.requireConsent(link);
      // Too often is no reason to refuse, it is only not passed on.
      if (this.limits.mayTellTyping(this.session.principalOf(link).visitorId))
        this.signals.typing(conversationId, 'visitor', null, on);
      return null;
    },
    [VISITOR_COMMAND.closeConversation]: async (link, { clientId }) => {
      const { workspaceId, visitorId, conversationId } = this.session.ownConversation(link);
      return { seq: await this.messages.close(workspaceId, visitorId, conversationId, clientId) };
    },
    [VISITOR_COMMAND.rateConversation]: async (link, rating) => {
      const { workspaceId, visitorId, conversationId } = this.session.ownConversation(link);
      await this.session.requireConsent(link);
      return { seq: await this.messages.rate(workspaceId, visitorId, conversationId, rating) };
    },
    [VISITOR_COMMAND.readCard]: async (link) => ({
      lines: await this.card.read(this.session.ownConversation(link), link.data.locale),
    }),
    [VISITOR_COMMAND.correctCard]: async (link, correction) => {
      const owner = this.session.ownConversation(link);
      this.takeMessage(link);
      await this.session.requireConsent(link);
      return { seq: await this.card.correct(owner, correction, link.data.locale) };
    },
    [VISITOR_COMMAND.withdrawFromCard]: async (link, act) => ({
      seq: await this.card.withdraw(this.session.ownConversation(link), act),
    }),
    [VISITOR_COMMAND.setConsent]: (link, answer) => this.session.answerConsent(link, answer),
  };

  constructor(
    @Inject(VisitorSession) private readonly session: VisitorSession,
    @Inject(VisitorMessages) private readonly messages: VisitorMessages,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(EPHEMERAL_SIGNALS) private readonly signals: EphemeralSignals,
    @Inject(LeadCard) private readonly card: LeadCard,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(UnderWay) private readonly underWay: UnderWay,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  answer<N extends keyof VisitorCommands>(
    name: N,
    link: VisitorLink,
    body: unknown,
  ): Promise<Reply<VisitorCommands[N]['result']>> {
    const { logger, metrics, underWay } = this;
    const schema: z.ZodType<VisitorCommands[N]['payload']> = visitorCommandSchemas[name];
    return answerCommand({ logger, metrics, underWay }, schema, body, async (payload) => {
      // While a session is being opened, again or for somebody else, its visitor is nobody yet.
      if (name !== VISITOR_COMMAND.openSession) await link.data.opening;
      return this.runs[name](link, payload);
    });
  }

  private takeMessage(link: VisitorLink): void {
    const { visitorId, siteId } = this.session.principalOf(link);
    this.limits.takeMessage({ visitorId, siteId, address: link.data.address });
  }
}
