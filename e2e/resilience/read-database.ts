import { Client } from 'pg';
import { connectionTo } from '../support/database.js';

/** A message as it stands in the log. */
export interface StoredMessage {
  readonly conv: string;
  readonly actor: string;
  readonly text: string | null;
}

/** The messages of one company straight from the tables of the embedded database, past server, client and policies. */
export async function readDatabase(
  databaseDirectory: string,
  workspace: string,
): Promise<{ readonly rows: readonly StoredMessage[] }> {
  const client = new Client(connectionTo({ databaseDirectory }));
  await client.connect();
  try {
    const { rows } = await client.query<StoredMessage>(
      `SELECT conversation_id AS conv, actor->>'kind' AS actor, data->>'text' AS text
       FROM conversation_event JOIN workspace USING (workspace_id)
       WHERE slug = $1 AND type = 'message.sent' ORDER BY conversation_id, seq`,
      [workspace],
    );
    return { rows };
  } finally {
    await client.end();
  }
}
