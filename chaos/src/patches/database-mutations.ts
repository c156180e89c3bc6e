import type { Mutation } from './mutation.ts';

const UNIT_OF_WORK = 'server/dist/database/typeorm-unit-of-work.js';
const FOUNDATION = 'server/dist/database/migrations/1763600001000-foundation.js';
const APPENDS = 'server/dist/conversations/append.repository.js';
const BATCH = 'server/dist/conversations/append-batch.service.js';
const REPOSITORY = 'server/dist/conversations/conversations.repository.js';

/** Bugs in how the log is written and read. */
export const DATABASE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'acknowledge-before-commit',
    what: 'the answer goes out while the COMMIT is still on its way',
    breaks: ['I1', 'I5', 'I6', 'I10'],
    faults: ['node killed', 'database killed', 'crash at before-ack'],
    patches: [
      {
        file: UNIT_OF_WORK,
        replace: [
          [
            ": connection.command('COMMIT');",
            `: new Promise((go) => setTimeout(go, beginning.access === 'READ ONLY' ? 0 : 60)).then(() => connection.command('COMMIT'));`,
          ],
          ["if (beginning.access === 'READ ONLY') {", 'if (true) {'],
        ],
      },
    ],
  },
  {
    name: 'commit-without-flush',
    what: 'commits are acknowledged before they are on the disk (synchronous_commit off)',
    breaks: ['I1', 'I10'],
    faults: ['database killed'],
    patches: [
      {
        file: 'server/dist/database/open-database.js',
        replace: [
          ["options: '-c role=baton_app", "options: '-c synchronous_commit=off -c role=baton_app"],
          ['    await assertDurable(source);\n', ''],
        ],
      },
    ],
  },
  {
    name: 'resume-by-id',
    what: 'what was missed is looked up by the event’s id instead of its place',
    breaks: ['I5', 'I21'],
    faults: ['clock wrong', 'clients reset once'],
    patches: [
      {
        file: REPOSITORY,
        replace: [
          [
            'AND seq > $3 AND (',
            `AND id > coalesce((SELECT x.id FROM conversation_event x
           WHERE x.workspace_id = $1 AND x.conversation_id = $2 AND x.seq = $3), '') AND (`,
          ],
        ],
      },
    ],
  },
  {
    name: 'resume-at-the-place-itself',
    what: 'a resume gives the last event once more',
    breaks: ['I5'],
    faults: ['clients reset once'],
    patches: [{ file: REPOSITORY, replace: [['AND seq > $3 AND (', 'AND seq >= $3 AND (']] }],
  },
  {
    name: 'status-not-replayed',
    what: 'a resume gives the messages and leaves out the changes of owner',
    breaks: ['I5', 'I8'],
    faults: ['clients reset once'],
    patches: [
      {
        file: REPOSITORY,
        replace: [['AND seq > $3 AND (', "AND seq > $3 AND ($3 = 0 OR type <> 'owner.changed') AND ("]],
      },
    ],
  },
  {
    name: 'order-by-time',
    what: 'the log is read in the order of its time stamps',
    breaks: ['I21', 'I5', 'I3'],
    faults: ['clock wrong'],
    patches: [
      {
        file: REPOSITORY,
        replace: [
          [
            '       ORDER BY seq`, [workspaceId, conversationId, range.after',
            '       ORDER BY at, seq`, [workspaceId, conversationId, range.after',
          ],
        ],
      },
    ],
  },
  {
    name: 'client-id-of-anybody',
    what: 'a client id is unique by itself instead of per sender',
    breaks: ['I9', 'I11', 'I20'],
    faults: [],
    patches: [
      {
        file: APPENDS,
        replace: [
          [
            'AND sender = k.sender AND client_id = k.client_id OFFSET 0',
            'AND k.sender IS NOT NULL AND client_id = k.client_id OFFSET 0',
          ],
        ],
      },
      { file: BATCH, replace: [['sender === once.sender &&', 'sender !== undefined &&']] },
    ],
  },
  {
    name: 'dedupe-in-memory',
    what: 'repeated client ids are remembered by the process alone',
    breaks: ['I2', 'I9'],
    faults: ['node killed', 'clients replies swallowed'],
    patches: [
      {
        file: FOUNDATION,
        replace: [
          ['CREATE UNIQUE INDEX conversation_event_client_id', 'CREATE INDEX conversation_event_client_id'],
        ],
      },
      {
        file: APPENDS,
        replace: [
          [
            'return rows.map(({ sender, ...row })',
            `const known = rows.filter(({ sender, clientId }) => REMEMBERED.has(sender + clientId));
        for (const { sender, clientId } of once) REMEMBERED.add(sender + clientId);
        return known.map(({ sender, ...row })`,
          ],
        ],
        append: 'const REMEMBERED = new Set();',
      },
    ],
  },
  {
    name: 'row-not-locked',
    what: 'appends do not take the conversation’s lock',
    breaks: ['I2', 'I3', 'I14', 'I20'],
    faults: [],
    nodes: 2,
    patches: [
      {
        file: APPENDS,
        replace: [
          [`id = ANY($2)\n       FOR NO KEY UPDATE \${wait ? '' : 'SKIP LOCKED'}`, 'id = ANY($2)'],
          [`AND status = 'open' FOR NO KEY UPDATE \${wait ? '' : 'SKIP LOCKED'}`, "AND status = 'open'"],
        ],
      },
    ],
  },
  {
    name: 'two-open-conversations',
    what: 'nothing keeps two tabs from beginning a conversation each',
    // A page that is led from one of the two to the other loses its place, and may do so before the logs are judged.
    breaks: ['I2', 'I5'],
    faults: [],
    nodes: 2,
    patches: [
      {
        file: FOUNDATION,
        replace: [['CREATE UNIQUE INDEX conversation_open', 'CREATE INDEX conversation_open']],
      },
      {
        file: APPENDS,
        replace: [
          ["ON CONFLICT (workspace_id, visitor_id) WHERE status = 'open' DO NOTHING RETURNING", 'RETURNING'],
          [
            'async insertConversations(tx, workspaceId, conversations) {',
            `async insertConversations(tx, workspaceId, conversations) {
        await new Promise((resolve) => setTimeout(resolve, 120));`,
          ],
        ],
      },
    ],
  },
];
