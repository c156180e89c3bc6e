import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, decisionsOf, spokenAfter, typesOf, until } from '../../../test/chat.js';
import { createWorld, type World } from '../../../test/world.js';
import { CONVERSATIONS, type Conversations, newEvent, SYSTEM } from '../../conversations/index.js';
import { TurnRunner } from './turn-runner.service.js';

let rules: World;
beforeAll(async () => {
  rules = await createWorld(inject('postgresUrl'));
});
afterAll(() => rules?.stop());

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

  it('decisions read back from the database replay to the same bytes, and agents can see that', async () => {
    const chat = await chatIn(rules);
    for (const line of ['Hello', 'We are 40 people', 'what does it cost?', 'I am Dana Winter'])
      await chat.say(line);
    const cookie = await rules.signIn('tidewater', 'agent');
    const response = await rules.http('GET', `/api/conversations/${chat.id()}/decisions`, { cookie });
    const { decisions } = (await response.json()) as { decisions: { replays: boolean }[] };
    expect(decisions.map(({ replays }) => replays)).toEqual([true, true, true, true]);
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
    const { app } = rules.server;
    const { tidewater } = rules.workspaces;
    const seen = await app.get<Conversations>(CONVERSATIONS, { strict: false }).read(tidewater, chat.id());
    await app
      .get(TurnRunner, { strict: false })
      .run(tidewater, chat.id(), 'nobody', { ...seen, checkpoint: null });
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

  it('an opt-out outlives the conversation in which it was said', async () => {
    const chat = await chatIn(rules);
    await chat.say('Hello');
    const log = await chat.log();
    const [decision] = decisionsOf(log);
    if (!decision) throw new Error('nothing was decided');
    const optOut = {
      ...decision,
      gate: { outcome: 'restrict', rule: 'opt_out', because: 'The visitor asks not to be contacted.' },
    } as const;
    await rules.server.app.get<Conversations>(CONVERSATIONS, { strict: false }).append({
      workspaceId: rules.workspaces.tidewater,
      conversationId: chat.id(),
      epoch: null,
      decide: () => [newEvent('decision.recorded', SYSTEM, { decision: optOut })],
    });
    const { visitorId } = chat.visitor.session;
    const [row] = await rules.sql<{ forbidden: boolean }>(
      'SELECT do_not_contact AS forbidden FROM visitor WHERE id = $1',
      [visitorId],
    );
    expect(row?.forbidden).toBe(true);
    await chat.say('what does it cost?');
    expect(decisionsOf(await chat.log()).at(-1)?.gate.rule).toBe('do_not_contact');
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
