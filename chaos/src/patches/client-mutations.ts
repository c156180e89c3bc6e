import type { Mutation } from './mutation.ts';

/** Bugs in the client that visitors and agents share. */
export const CLIENT_MUTATIONS: readonly Mutation[] = [
  {
    name: 'retry-with-a-new-client-id',
    what: 'a message that is sent again gets another client id',
    breaks: ['I2', 'I6'],
    faults: ['clients replies swallowed in silence', 'crash at committed', 'commit unknown'],
    patches: [
      {
        file: 'client/dist/outbox.js',
        replace: [
          [
            'const reply = await options.deliver(next);',
            `const sent = TIMES.get(clientId) ?? 0;
        TIMES.set(clientId, sent + 1);
        const reply = await options.deliver(sent > 0 ? { ...next, clientId: \`\${clientId}-\${sent}\` } : next);`,
          ],
        ],
        append: 'const TIMES = new Map();',
      },
    ],
  },
  {
    name: 'outbox-not-stored',
    what: 'what was typed is kept by the page alone',
    breaks: ['I22'],
    faults: ['database read-only', 'clients late'],
    patches: [
      {
        file: 'client/dist/visitor-client.js',
        replace: [['store: createOutboxStore(storage, outboxKey),', 'store: null,']],
      },
    ],
  },
  {
    name: 'last-typed-first-sent',
    what: 'the newest waiting message is sent first',
    breaks: ['I4'],
    faults: [],
    patches: [
      {
        file: 'client/dist/outbox.js',
        replace: [['const next = entries.find((entry) =>', 'const next = entries.findLast((entry) =>']],
      },
    ],
  },
  {
    name: 'gap-not-noticed',
    what: 'a batch that begins behind the client’s place is applied all the same',
    breaks: ['I5', 'I8'],
    faults: ['clients flapping', 'clients replies swallowed'],
    patches: [
      {
        file: 'client/dist/log-replica.js',
        replace: [['else if (batch.from > cursor.peek())\n                void repair(batch.to);', '']],
      },
    ],
  },
  {
    name: 'full-outbox-drops',
    what: 'what does not fit into the client’s queue is thrown away without a word',
    breaks: ['I20', 'I22'],
    faults: [],
    patches: [
      {
        file: 'client/dist/outbox.js',
        replace: [
          ["return waiting >= OUTBOX_CAPACITY ? 'too_many_requests' : null;", 'return null;'],
          [
            'set([...entries, {',
            'if (entries.length >= OUTBOX_CAPACITY) return Promise.resolve(message); set([...entries, {',
          ],
        ],
      },
    ],
  },
];
