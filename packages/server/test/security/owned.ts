import { type ConversationId, VISITOR_COMMAND } from '@baton/shared-types';
import { pdf } from '../sample-files.js';
import { accepted, uploadAsVisitor } from '../upload.js';
import type { TestVisitor, World } from '../world.js';

/** What every refusal says that must not tell whether the thing exists. */
export const NOT_FOUND = { code: 'not_found', message: 'There is nothing here that you may see.' };

/** Something in the workspace `tidewater` that strangers try to reach; its message is the canary. */
export interface Owned {
  readonly conversation: ConversationId;
  readonly site: string;
  readonly agent: string;
  readonly visitor: TestVisitor;
  readonly file: string;
}

export async function createOwned(world: World): Promise<Owned> {
  const visitor = await world.visitor('tidewater');
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text: 'CANARY-tidewater-4711',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const [site] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  const [agent] = await world.sql<{ id: string }>(
    `SELECT id FROM agent WHERE workspace_id = $1 AND role = 'agent' ORDER BY id LIMIT 1`,
    [world.workspaces.tidewater],
  );
  const { file } = await accepted(await uploadAsVisitor(world, visitor, pdf('CANARY-tidewater-4711')));
  return {
    file: file.fileId,
    agent: agent?.id ?? '',
    conversation: sent.value.conversationId,
    site: site?.id ?? '',
    visitor,
  };
}
