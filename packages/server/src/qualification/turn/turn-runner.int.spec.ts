import type { ConversationId, DecisionRecord, EventType, LogEvent, LogEventOf } from '@baton/shared-types';
import { AGENT_COMMAND, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type ModelEndpoint, startModelEndpoint } from '../../../test/model-endpoint.js';
import { createWorld, type TestVisitor, type World } from '../../../test/world.js';
import { CONVERSATIONS, type Conversations } from '../../conversations/index.js';
import { adversarialScript } from '../../llm/index.js';
import { fold, isGrounded } from '../core/output-gate.js';
import { replayDecision } from '../core/replay.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { TurnRunner } from './turn-runner.service.js';

let endpoint: ModelEndpoint;
let rules: World;
let modelled: World;

beforeAll(async () => {
  endpoint = await startModelEndpoint();
  const postgresUrl = inject('postgresUrl');
  rules = await createWorld(postgresUrl);
  modelled = await createWorld(postgresUrl, {
    OPENAI_API_KEY: 'test',
    OPENAI_BASE_URL: endpoint.url,
    MODEL_FIRST_TOKEN_MS: '400',
    MODEL_IDLE_MS: '300',
    MODEL_TOTAL_MS: '4000',
  });
});
afterAll(async () => {
  await rules?.stop();
  await modelled?.stop();
  await endpoint?.stop();
});

/** A visitor with a log that can be looked at. */
interface Chat {
  readonly visitor: TestVisitor;
  readonly log: () => Promise<readonly LogEvent[]>;
  readonly send: (text: string, kind?: 'text' | 'human_request') => Promise<void>;
  /** Sends, and returns the assistant's next message. */
  readonly say: (text: string) => Promise<LogEventOf<'message.sent'>['data']>;
  readonly id: () => ConversationId;
}

async function chatIn(world: World): Promise<Chat> {
  const visitor = await world.visitor('tidewater');
  const workspaceId = world.workspaces.tidewater;
  const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
  let conversationId: ConversationId | null = null;
  let sent = 0;
  const id = () => {
    if (!conversationId) throw new Error('nothing has been sent');
    return conversationId;
  };
  const log = () => conversations.readLog(workspaceId, id());
  const send = async (text: string, kind: 'text' | 'human_request' = 'text') => {
    sent += 1;
    const reply = await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: `client-${sent}`, text, kind });
    if (!reply.ok) throw new Error(reply.error.code);
    conversationId = reply.value.conversationId;
  };
  return {
    visitor,
    id,
    log,
    send,
    say: async (text) => {
      const before = conversationId ? (await log()).length : 0;
      await send(text);
      return until(async () => spokenAfter(await log(), before));
    },
  };
}

function spokenAfter(log: readonly LogEvent[], seq: number): LogEventOf<'message.sent'>['data'] | null {
  const spoken = log.find(
    (event): event is LogEventOf<'message.sent'> =>
      event.type === 'message.sent' && event.seq > seq && event.actor.kind === 'assistant',
  );
  return spoken?.data ?? null;
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen within ten seconds');
}

const typesOf = (log: readonly LogEvent[]) => log.map((event) => event.type);
const decisionsOf = (log: readonly LogEvent[]): readonly DecisionRecord[] =>
  log.flatMap((event) => (event.type === 'decision.recorded' ? [event.data.decision] : []));
const isExtraction = (body: Readonly<Record<string, unknown>>) =>
  'response_format' in body || 'tools' in body || JSON.stringify(body).includes('You read facts');
const NO_FACTS = JSON.stringify({ facts: [] });

describe('by the rules alone', () => {
  it('answers, learns the contact with its span, and commits the decision before it speaks', async () => {
    const chat = await chatIn(rules);
    await chat.say('Hello');
    await chat.say('my email is dana@brightwell-dental.com');
    const log = await chat.log();
    const email = log.find((event) => event.type === 'slot.filled' && event.data.slot.key === 'email');
    expect(email?.type === 'slot.filled' && email.data.slot.current).toMatchObject({
      value: 'dana@brightwell-dental.com',
      source: 'rules',
    });
    const last = typesOf(log).slice(-3);
    expect(last).toEqual(['slot.filled', 'decision.recorded', 'message.sent']);
  });

  it('decisions read back from the database replay to the same bytes', async () => {
    const chat = await chatIn(rules);
    for (const line of ['Hello', 'We are 40 people', 'what does it cost?', 'I am Dana Winter'])
      await chat.say(line);
    const log = await chat.log();
    const compiled = await rules.server.app
      .get(Playbooks, { strict: false })
      .current(rules.workspaces.tidewater);
    const decisions = decisionsOf(log);
    expect(decisions).toHaveLength(4);
    for (const decision of decisions) {
      expect(replayDecision(log, decision, compiled).hash).toBe(decision.hash);
    }
  });

  it('lines sent in quick succession are all answered, and none twice', async () => {
    const chat = await chatIn(rules);
    for (let n = 0; n < 6; n += 1) await chat.send(`line ${n}`);
    const sentIds = (await chat.log()).flatMap((event) =>
      event.type === 'message.sent' && event.actor.kind === 'visitor' ? [event.data.messageId] : [],
    );
    const log = await until(async () => {
      const now = await chat.log();
      const spoken = new Set(
        now.flatMap((event) =>
          event.type === 'message.sent' && event.actor.kind === 'assistant' ? [event.data.turnId] : [],
        ),
      );
      const answered = decisionsOf(now)
        .filter(({ turnId, move }) => move === null || spoken.has(turnId))
        .flatMap(({ inputs }) => inputs.messageIds);
      return answered.length === sentIds.length ? now : null;
    });
    const spoken = log.flatMap((event) =>
      event.type === 'message.sent' && event.actor.kind === 'assistant' ? [event.data.turnId] : [],
    );
    expect(new Set(spoken).size).toBe(spoken.length);
  });

  it('a turn that is run again after it has finished says nothing more', async () => {
    const chat = await chatIn(rules);
    await chat.say('Hello');
    const before = (await chat.log()).length;
    await rules.server.app.get(TurnRunner, { strict: false }).run(rules.workspaces.tidewater, chat.id());
    expect((await chat.log()).length).toBe(before);
  });

  it('the button "talk to a person" puts the conversation into the queue', async () => {
    const chat = await chatIn(rules);
    await chat.send('Talk to a person', 'human_request');
    const types = await until(async () => {
      const seen = typesOf(await chat.log());
      return seen.includes('handoff.requested') ? seen : null;
    });
    expect(types).toContain('owner.changed');
  });

  it('a paused site stays silent and still keeps what it reads', async () => {
    await rules.sql('UPDATE site SET automation_paused = true');
    try {
      const chat = await chatIn(rules);
      await chat.send('my email is dana@brightwell-dental.com');
      const log = await until(async () => {
        const now = await chat.log();
        return decisionsOf(now).length > 0 ? now : null;
      });
      expect(decisionsOf(log)[0]?.gate.rule).toBe('automation_paused');
      expect(typesOf(log)).toContain('slot.filled');
      expect(spokenAfter(log, 0)).toBeNull();
    } finally {
      await rules.sql('UPDATE site SET automation_paused = false');
    }
  });
});

describe('with a model', () => {
  beforeEach(() => {
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: ['Lovely to meet', ' you. It costs 3 EUR. ', 'Happy to help.'], gapMs: 5 },
    );
  });

  it('the model phrases, false prices are dropped, and the question is the playbook’s', async () => {
    const chat = await chatIn(modelled);
    const message = await chat.say('Hello');
    expect(message.origin).toBe('model');
    expect(message.text).toBe('Lovely to meet you. Happy to help. What would you like to use it for?');
    expect(message.asks).toBe('use_case');
  });

  it('streams whole sentences that the final message repeats', async () => {
    const chat = await chatIn(modelled);
    const message = await chat.say('Hello');
    const delta = await chat.visitor.notice(
      'stream.delta',
      ({ messageId }) => messageId === message.messageId,
    );
    expect(message.text.startsWith(delta.text)).toBe(true);
    expect(delta.offset).toBe(0);
  });

  it('keeps a fact only when the visitor’s words contain it', async () => {
    const fact = {
      text: null,
      min: null,
      max: null,
      currency: null,
      period: null,
      from: null,
      to: null,
      corrects: false,
    };
    const facts = [
      { ...fact, kind: 'current_tool', quote: 'Frontbase', text: 'Frontbase' },
      { ...fact, kind: 'company', quote: 'Invented Ltd', text: 'Invented Ltd' },
      { ...fact, kind: 'team_size', quote: 'Frontbase', min: 500, max: 500 },
    ];
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [JSON.stringify({ facts })] }
        : { name: 'speak', pieces: ['Good to know.'] },
    );
    const chat = await chatIn(modelled);
    await chat.say('ok so it is Frontbase over here');
    const slots = (await chat.log()).flatMap((event) =>
      event.type === 'slot.filled' || event.type === 'slot.proposed' ? [event.data.slot] : [],
    );
    const fromModel = slots.filter((slot) => slot.current?.source === 'model');
    expect(fromModel.every((slot) => slot.key === 'current_tool')).toBe(true);
    expect(slots.some((slot) => slot.key === 'company' || slot.key === 'team_size')).toBe(false);
  });

  it.each([
    [
      'stalls after the first chunk',
      { name: 'stall_after', pieces: ['Lovely to meet you. And so'] },
      'timeout_idle',
    ],
    ['answers 500', { name: 'status', status: 500 }, 'upstream_error'],
    ['is cut off', { name: 'cut_after', pieces: ['Lovely to meet you. And so'] }, 'cut'],
  ] as const)('a model that %s is finished by the rules in the same message', async (_, behaviour, kind) => {
    const world = await createWorld(inject('postgresUrl'), {
      OPENAI_API_KEY: 'test',
      OPENAI_BASE_URL: endpoint.url,
      MODEL_FIRST_TOKEN_MS: '400',
      MODEL_IDLE_MS: '300',
      MODEL_TOTAL_MS: '4000',
    });
    try {
      endpoint.behave(behaviour);
      const chat = await chatIn(world);
      const message = await chat.say('I am Dana Winter, my email is dana@brightwell-dental.com');
      expect(message.text).toContain('What would you like to use it for?');
      expect(message.text).toContain('Nice to meet you, Dana Winter.');
      expect(message.text).not.toContain('And so');
      const log = await chat.log();
      const degraded = log.filter((event) => event.type === 'turn.degraded');
      expect(degraded.map((event) => event.data)).toContainEqual(
        expect.objectContaining({ lane: 'reply', kind }),
      );
      expect(log.filter((event) => event.type === 'message.sent')).toHaveLength(2);
      expect(typesOf(log)).toContain('slot.filled');
    } finally {
      await world.stop();
    }
  });

  it('falls silent in mid-stream when a person takes over; what was shown stays, marked as interrupted', async () => {
    const sentences = Array.from(
      { length: 30 },
      (_, n) => `This is thought ${'abcdefghijklmnopqrstuvwxyzabcdef'[n]}. `,
    );
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: sentences, gapMs: 100 },
    );
    const chat = await chatIn(modelled);
    await chat.send('Hello');
    await chat.visitor.notice('stream.delta');
    const agent = await modelled.agent('tidewater');
    const taken = await agent.ask(AGENT_COMMAND.takeOver, {
      conversationId: chat.id(),
      clientId: 'take-over-1',
    });
    expect(taken.ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const log = await chat.log();
    const change = log.findLast((event) => event.type === 'owner.changed');
    const messages = log.filter(
      (event): event is LogEventOf<'message.sent'> =>
        event.type === 'message.sent' && event.actor.kind === 'assistant',
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.data.interrupted).toBe(true);
    expect(messages[0]?.seq).toBeLessThan(change?.seq ?? 0);
  });
});

describe('with a hostile model', () => {
  const LINES = [
    'Hello',
    'I am Dana Winter from Brightwell Dental',
    'We are 40 people',
    'dana@brightwell-dental.com',
  ];
  const ALLOWED: readonly EventType[] = [
    'conversation.started',
    'message.sent',
    'slot.filled',
    'slot.proposed',
    'slot.corrected',
    'slot.conflicted',
    'decision.recorded',
    'turn.degraded',
    'handoff.requested',
    'handoff.offered',
    'handoff.expired',
    'owner.changed',
  ];

  it('I15: verdict, handoff and slots are those of the rules, and nothing ungrounded is said', async () => {
    const plain = await chatIn(rules);
    for (const line of LINES) await plain.say(line);
    const expected = outcomeOf(await plain.log());
    const compiled = await modelled.server.app
      .get(Playbooks, { strict: false })
      .current(modelled.workspaces.tidewater);
    for (let seed = 0; seed < 12; seed += 1) {
      const script = adversarialScript(seed);
      endpoint.behave((body) => {
        const schema = isExtraction(body) ? extractionShape(body) : null;
        const steps = [...script({ turns: [{ role: 'user', text: `${seed}` }], schema })];
        const pieces = steps.flatMap((step) => (step.do === 'say' ? [step.text] : []));
        return { name: 'speak', pieces };
      });
      const chat = await chatIn(modelled);
      for (const line of LINES) await chat.say(line);
      const log = await chat.log();
      expect(outcomeOf(log)).toEqual(expected);
      expect(typesOf(log).filter((type) => !ALLOWED.includes(type))).toEqual([]);
      const grounds = fold(
        [
          ...decisionsOf(log).flatMap(({ move, inputs }) => [
            ...(move?.sentences ?? []),
            ...inputs.passages.map((passage) => passage.text),
          ]),
          ...Object.values(compiled.playbook.texts).flatMap((text) => Object.values(text)),
        ].join('\n'),
      );
      const own = new Set(decisionsOf(log).flatMap(({ move }) => move?.sentences ?? []));
      for (const event of log) {
        if (event.type !== 'message.sent' || event.actor.kind !== 'assistant') continue;
        const rest = [...own].reduce((text, sentence) => text.replace(sentence, ''), event.data.text).trim();
        for (const sentence of rest.split(/(?<=[.!…])\s+/).filter((each) => each !== '')) {
          expect(isGrounded(sentence, grounds), sentence).toBe(true);
        }
      }
    }
  }, 120_000);
});

/** What the rules decide; the order and the words of the assistant do not belong to it. */
function outcomeOf(log: readonly LogEvent[]): unknown {
  const slots = Object.fromEntries(
    log.flatMap((event) =>
      'slot' in event.data ? [[event.data.slot.key, event.data.slot.current?.value ?? null]] : [],
    ),
  );
  const last = decisionsOf(log).at(-1);
  return {
    slots,
    verdict: last?.verdict,
    handoffs: typesOf(log).filter((type) => type === 'handoff.requested'),
  };
}

/** The schema that the request asks for, wherever this mode of structured output puts it. */
function extractionShape(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const found = findSchema(body);
  return found ?? { type: 'object', properties: {} };
}

function findSchema(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('properties' in value && 'type' in value) return Object.fromEntries(Object.entries(value));
  for (const child of Object.values(value)) {
    const found = findSchema(child);
    if (found) return found;
  }
  return null;
}
