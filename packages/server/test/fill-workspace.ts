import type { WorkspaceId } from '@baton/shared-types';
import type { ScratchDatabase } from './scratch-database.js';

/** Visitors `vis1`, `vis2` … of the site `site`, each with one open conversation, `cnv1`, `cnv2` …, and some messages in it. */
export async function fillWorkspace(
  database: ScratchDatabase,
  workspaceId: WorkspaceId,
  { conversations, eventsEach }: { readonly conversations: number; readonly eventsEach: number },
): Promise<void> {
  await database.asOwner(`SELECT set_config('baton.workspace_id', '${workspaceId}', false)`);
  await database.asOwner(
    `INSERT INTO workspace (workspace_id, name, slug) VALUES ('${workspaceId}', 'Busy', 'busy')`,
  );
  await database.asOwner(
    `INSERT INTO site (workspace_id, id, name, site_key, origins) VALUES ('${workspaceId}', 'site', 'Site', 'key', '{}')`,
  );
  await database.asOwner(
    `INSERT INTO visitor (workspace_id, id, site_id)
     SELECT '${workspaceId}', 'vis' || n, 'site' FROM generate_series(1, ${conversations}) AS n`,
  );
  await database.asOwner(
    `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, locale, time_zone, head)
     SELECT '${workspaceId}', 'cnv' || n, 'site', 'vis' || n, 'en', 'UTC', ${eventsEach}
     FROM generate_series(1, ${conversations}) AS n`,
  );
  await database.asOwner(
    `INSERT INTO conversation_event (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender,
       audience, epoch, client_id, data)
     SELECT '${workspaceId}', 'cnv' || n, seq, 'evt' || n || '-' || seq, 'message.sent', 1, now(), '{}', 'vis' || n,
       'public', 0, n || '-' || seq, '{}'
     FROM generate_series(1, ${conversations}) AS n, generate_series(1, ${eventsEach}) AS seq`,
  );
}
