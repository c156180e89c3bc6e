import type { DecisionRecord, TurnId } from '@baton/shared-types';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  chatIn,
  decisionsOf,
  isExtraction,
  modelEnvironment,
  NO_FACTS,
  spokenAfter,
  typesOf,
  until,
} from '../../../test/chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../../../test/model-endpoint.js';
import { createWorld, type World } from '../../../test/world.js';
import { CONVERSATIONS, type Conversations, newEvent, SYSTEM } from '../../conversations/index.js';
import { decideTurn } from '../core/decide-turn.js';
import { findPendingTurn } from '../core/pending-turn.js';
import { headOf, wholeLog } from '../core/turn-log.js';
import { Playbooks } from '../playbook/playbooks.service.js';
import { messageIdOf } from './turn.js';

let endpoint: ModelEndpoint;
let modelled: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  modelled = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
});
afterAll(async () => {
  await modelled?.stop();
  await endpoint?.stop();
});

describe('when things come at the wrong moment', () => {
  it('a line before the assistant has spoken re-plans the turn: one answer for both', async () => {
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: ['Good to ', 'hear. ', 'Thank you.'], gapMs: 250 },
    );
    const chat = await chatIn(modelled);
    await chat.send('Hello');
    await until(async () => (decisionsOf(await chat.log()).length > 0 ? true : null));
    await chat.send('I am Dana Winter');
    await until(async () => spokenAfter(await chat.log(), 0));
    const log = await chat.log();
    const [first, second] = decisionsOf(log);
    expect(first?.inputs.messageIds).toHaveLength(1);
    expect(second?.inputs.messageIds).toHaveLength(2);
    expect(spokenAfter(log, 0)?.turnId).toBe(second?.turnId);
  });

  it('a turn that broke off in mid-speech is finished in the same message, saying nothing twice', async () => {
    const world = await createWorld(inject('postgresUrl'), { ASSISTANT_PAUSE_MS: '1500' });
    try {
      const workspaceId = world.workspaces.tidewater;
      const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
      const compiled = await world.server.app.get(Playbooks, { strict: false }).current(workspaceId);
      const chat = await chatIn(world);
      await chat.send('I am Dana Winter');
      // What a node does before it dies: decide, record, and show the first sentence.
      const log = wholeLog(await chat.log());
      const pending = findPendingTurn(log);
      const turnId = `trn_${'0'.repeat(25)}7` as TurnId;
      const inputs: DecisionRecord['inputs'] = {
        messageIds: pending?.messageIds ?? [],
        asked: null,
        now: new Date().toISOString(),
        timeZone: 'UTC',
        headSeq: headOf(log),
        veto: {
          automationPaused: false,
          doNotContact: false,
          humanOwns: false,
          turnsTaken: 0,
          modelBudgetSpent: false,
        },
        modelCandidates: [],
        passages: [],
        planner: 'on',
      };
      const { record } = decideTurn({ log, turnId, inputs }, compiled);
      const at = { workspaceId, conversationId: chat.id() };
      await conversations.append({
        ...at,
        epoch: 0,
        decide: () => [newEvent('decision.recorded', SYSTEM, { decision: record })],
      });
      const shown = record.move?.sentences[0] ?? '';
      expect(record.move?.sentences.length).toBeGreaterThan(1);
      const messageId = messageIdOf(turnId);
      await conversations.release(workspaceId, chat.id(), { messageId, turnId, text: shown, epoch: 0 });
      const message = await until(async () => spokenAfter(await chat.log(), 0));
      expect(message).toMatchObject({ messageId, turnId, interrupted: false });
      expect(message.text).toBe(record.move?.sentences.join(' '));
      expect(decisionsOf(await chat.log())).toHaveLength(1);
    } finally {
      await world.stop();
    }
  });

  it('A99: words that the model was asked for while the decision was being committed are dropped when it is overtaken', async () => {
    const world = await createWorld(inject('postgresUrl'), {
      ...modelEnvironment(endpoint.url),
      ASSISTANT_PAUSE_MS: '400',
      LOG_LEVEL: 'silent',
    });
    const rival = new pg.Client({ connectionString: world.databaseUrl });
    await rival.connect();
    try {
      const asked = endpoint.requests.length;
      endpoint.behave({ name: 'speak', pieces: ['Good to hear. '] });
      const chat = await chatIn(world);
      await chat.send('Hello');
      // Somebody has the row while the assistant makes up its mind, and with it the conversation in the end.
      await rival.query('BEGIN');
      await rival.query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [chat.id()]);
      await until(async () => (endpoint.requests.length > asked ? true : null));
      const owner = JSON.stringify({ kind: 'agent', agent: { id: 'agt_rival', name: 'Rival' } });
      const take = 'UPDATE conversation SET epoch = epoch + 1, owner = $2 WHERE id = $1';
      await rival.query(take, [chat.id(), owner]);
      await rival.query('COMMIT');
      const booked = await until(async () => {
        const rows = await world.sql<{ lane: string; failure: string | null }>(
          'SELECT lane, failure FROM model_call WHERE conversation_id = $1',
          [chat.id()],
        );
        return rows.length > 0 ? rows : null;
      });
      expect(booked).toEqual([{ lane: 'reply', failure: 'cancelled' }]);
      expect(typesOf(await chat.log())).not.toContain('decision.recorded');
      expect(spokenAfter(await chat.log(), 0)).toBeNull();
    } finally {
      await rival.end();
      await world.stop();
    }
  });

  it('a conversation that has used up its model budget goes on by the rules', async () => {
    endpoint.behave({ name: 'speak', pieces: ['Lovely to meet you.'] });
    const chat = await chatIn(modelled);
    const workspaceId = modelled.workspaces.tidewater;
    await chat.send('Hello');
    await until(async () => spokenAfter(await chat.log(), 0));
    await modelled.sql('UPDATE model_usage SET tokens = 1000000 WHERE workspace_id = $1', [workspaceId]);
    const calls = endpoint.requests.length;
    const message = await chat.say('I am Dana Winter');
    expect(message.origin).toBe('template');
    expect(endpoint.requests.length).toBe(calls);
    expect(decisionsOf(await chat.log()).at(-1)?.gate.rule).toBe('model_budget');
  });

  it('a database that fails the listener while the reply is spoken costs a retry and not the process', async () => {
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS.slice(0, 5), NO_FACTS.slice(5)], gapMs: 200 }
        : { name: 'speak', pieces: ['Good to hear. ', 'Thank you. ', 'So far, ', 'so good. '], gapMs: 250 },
    );
    const chat = await chatIn(modelled);
    await chat.send('Hello');
    await until(async () => (decisionsOf(await chat.log()).length > 0 ? true : null));
    await modelled.sql('ALTER TABLE model_usage RENAME TO model_usage_away');
    try {
      // Long enough for the listener to fail; an unhandled rejection would fail this run and end a server.
      await new Promise((resolve) => setTimeout(resolve, 700));
    } finally {
      await modelled.sql('ALTER TABLE model_usage_away RENAME TO model_usage');
    }
    await until(async () => spokenAfter(await chat.log(), 0));
    expect(decisionsOf(await chat.log()).length).toBeGreaterThan(0);
  });

  it('a server that stops while a model speaks slowly does not wait for its last word', async () => {
    const world = await createWorld(inject('postgresUrl'), {
      ...modelEnvironment(endpoint.url),
      MODEL_IDLE_MS: '2000',
      MODEL_TOTAL_MS: '20000',
      LOG_LEVEL: 'silent',
    });
    const slowly = Array.from({ length: 60 }, () => 'One thought after another. ');
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: slowly, gapMs: 250 },
    );
    const chat = await chatIn(world);
    await chat.send('Hello');
    await chat.visitor.notice('stream.delta');
    const startedAt = Date.now();
    await world.stop();
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });
});
