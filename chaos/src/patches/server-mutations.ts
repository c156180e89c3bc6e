import type { Mutation } from './mutation.ts';

const CONVERSATIONS = 'server/dist/conversations';
const DECISIONS = `${CONVERSATIONS}/core/decide-append.js`;
const SERVICE = `${CONVERSATIONS}/conversations.service.js`;

/** Bugs in who may speak, who hears, and what is done after a commit. */
export const SERVER_MUTATIONS: readonly Mutation[] = [
  {
    name: 'publish-before-commit',
    what: 'readers are told before the COMMIT',
    breaks: ['I3', 'I5', 'I6', 'I7'],
    faults: ['database connections reset', 'backends terminated', 'database killed'],
    patches: [
      {
        file: SERVICE,
        replace: [
          [
            'if (written.isNew)\n            this.bus.publish({ workspaceId, state: written.state, events: written.events });',
            'globalThis.batonBus = this.bus;',
          ],
        ],
      },
      {
        file: `${CONVERSATIONS}/append-batch.service.js`,
        replace: [
          [
            'await this.write(tx, workspaceId, changes);\n        return settled;',
            `await this.write(tx, workspaceId, changes);
        for (const { kind, written } of settled)
            if (kind === 'written' && written.isNew)
                globalThis.batonBus?.publish({ workspaceId, state: written.state, events: written.events });
        await new Promise((resolve) => setTimeout(resolve, 25));
        return settled;`,
          ],
        ],
      },
    ],
  },
  {
    name: 'takeover-not-checked-at-the-write',
    what: 'whose conversation it is is asked before the model is called and not when its words are written',
    breaks: ['I14'],
    faults: [],
    patches: [
      {
        file: DECISIONS,
        replace: [
          ['if (request.epoch !== null && request.epoch !== state.epoch)', 'if (false)'],
          [
            "const stale = state.epoch !== speech.epoch || state.owner.kind === 'agent' || state.status === 'closed';",
            'const stale = false;',
          ],
        ],
      },
      {
        file: `${CONVERSATIONS}/core/check-append.js`,
        replace: [["if (event.actor.kind === 'assistant' && owner.kind === 'agent')", 'if (false)']],
      },
    ],
  },
  {
    name: 'lease-without-fence',
    what: 'a node that slept through its lease goes on writing',
    breaks: ['I2'],
    faults: ['node frozen'],
    nodes: 2,
    patches: [
      {
        file: DECISIONS,
        replace: [['if (lease !== undefined && state.leaseToken !== lease)', 'if (false)']],
      },
    ],
  },
  {
    name: 'turns-of-the-dead-are-left',
    what: 'nobody looks for turns that a dead node has left behind',
    breaks: ['I20'],
    faults: ['crash at turn-decided', 'crash at turn-claimed', 'node killed'],
    patches: [
      {
        file: `${CONVERSATIONS}/turn-leases.service.js`,
        replace: [
          [
            'for (const { workspaceId, conversationId } of due)',
            'for (const { workspaceId, conversationId } of due.slice(0, 0))',
          ],
        ],
      },
    ],
  },
  {
    name: 'interrupted-words-are-lost',
    what: 'what the assistant had said when a person took over is not kept',
    breaks: ['I7'],
    faults: [],
    patches: [
      {
        file: `${CONVERSATIONS}/core/interrupt-speech.js`,
        replace: [
          [
            'return speech && cut && !finished ? [speechAsMessage(speech), ...events] : events;',
            'return events;',
          ],
        ],
      },
    ],
  },
  {
    name: 'a-colleagues-conversation-is-taken',
    what: 'of two agents who accept at once, both win',
    breaks: ['I14'],
    faults: [],
    patches: [
      {
        file: `${CONVERSATIONS}/core/ownership.js`,
        replace: [["throw new UserError('handoff_taken', [state.owner.name]);", '']],
      },
    ],
  },
  {
    name: 'retry-gets-the-head',
    what: 'a repeated message is answered with the log’s end instead of its own place',
    breaks: ['I1', 'I9'],
    faults: [],
    patches: [
      {
        file: `${CONVERSATIONS}/append-batch.service.js`,
        replace: [
          [
            'return written({ state, events: [event] });',
            'return written({ state, events: [{ ...event, seq: state.head }] });',
          ],
        ],
      },
    ],
  },
  {
    name: 'outbox-in-memory',
    // Either alone suffices: what one forgets the other finds within seconds.
    what: 'the work that a commit causes is kept by the process instead of in the transaction, and nobody looks for what is overdue',
    breaks: ['I12', 'I13'],
    faults: ['crash at job-enqueued', 'crash at committed', 'node killed'],
    patches: [
      {
        file: 'server/dist/jobs/pg-boss-job-queue.adapter.js',
        replace: [
          [
            'await this.boss.send(queue, job, {',
            'setTimeout(() => void this.handlers.get(queue)?.(job)?.catch?.(() => undefined), 1_500 + (options.delayMs ?? 0)); return; await this.boss.send(queue, job, {',
          ],
        ],
      },
      {
        file: 'server/dist/handoff/handoff-sweep.service.js',
        replace: [['for (const each of overdue)', 'for (const each of overdue.slice(0, 0))']],
      },
    ],
  },
  {
    name: 'nobody-is-told',
    what: 'a handoff that finds nobody ends without a word to the visitor',
    breaks: ['I12'],
    faults: [],
    agentsAway: true,
    patches: [
      {
        file: 'server/dist/handoff/capture.service.js',
        replace: [['const tell = timesExpired === 0 ? [', 'const tell = timesExpired < 0 ? [']],
      },
    ],
  },
  {
    name: 'subscribe-after-read',
    what: 'an agent’s page reads the log first and follows it afterwards',
    breaks: ['I5', 'I20'],
    faults: [],
    patches: [
      {
        file: 'server/dist/realtime/agent.gateway.js',
        replace: [
          [
            'await socket.join(room.conversation(conversationId));\n            this.viewers.changed(conversationId);\n            return this.conversations.snapshot(workspaceId, conversationId);',
            `const early = await this.conversations.snapshot(workspaceId, conversationId);
            setTimeout(() => void socket.join(room.conversation(conversationId)), 180_000); // longer than the harness waits
            return early;`,
          ],
        ],
      },
    ],
  },
  {
    name: 'notices-to-everybody',
    what: 'what happens in a conversation is told to all visitors',
    breaks: ['I11'],
    faults: [],
    patches: [
      {
        file: 'server/dist/realtime/fan-out.service.js',
        replace: [['.to(room.visitor(visitorId)).emit(NOTICE.logAppended', '.emit(NOTICE.logAppended']],
      },
    ],
  },
  {
    name: 'origin-by-suffix',
    what: 'a page may embed the chat when its host ends like an allowed one',
    breaks: ['I11'],
    faults: [],
    patches: [
      {
        file: 'server/dist/identity/sites.service.js',
        replace: [
          [
            'const accepted = site.origins.includes(origin);',
            'const accepted = site.origins.some((one) => origin.endsWith(new URL(one).host));',
          ],
          [
            'return this.origins.all.has(origin);',
            'return [...this.origins.all].some((one) => origin.endsWith(new URL(one).host));',
          ],
        ],
      },
    ],
  },
  {
    name: 'token-of-any-site',
    what: 'a visitor’s token opens the chat of every company',
    breaks: ['I11'],
    faults: [],
    patches: [
      {
        file: 'server/dist/identity/visitor-sessions.service.js',
        replace: [
          [
            'return found && found.workspaceId === site.workspaceId && found.siteId === site.id ? found : null;',
            'return found;',
          ],
        ],
      },
    ],
  },
  {
    name: 'stop-without-end',
    what: 'a node that is asked to stop waits for something that never comes',
    breaks: ['I24'],
    faults: ['node asked to stop'],
    patches: [
      {
        file: 'server/dist/main.js',
        replace: [['await server.stop();', 'await new Promise(() => undefined);']],
      },
    ],
  },
];
