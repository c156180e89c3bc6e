import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, decisionsOf, spokenAfter, typesOf, until } from '../../../test/chat.js';
import { createWorld, type World } from '../../../test/world.js';
import { replayDecision } from '../core/replay.js';
import { Playbooks } from '../playbook/playbooks.service.js';
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
