import type { AgentId } from '@baton/shared-types';
import { AgentSessions } from '../../src/identity/index.js';
import type { World } from '../world.js';

export interface Employee {
  readonly id: AgentId;
  readonly name: string;
  readonly cookie: string;
}

/** So many available agents of Tidewater, each signed in. */
export async function hireAgents(world: World, count: number): Promise<readonly Employee[]> {
  const sessions = world.server.app.get(AgentSessions, { strict: false });
  const workspaceId = world.workspaces.tidewater;
  const hired: Employee[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = `agt_${String(n).padStart(26, '0')}` as AgentId;
    const name = `Agent ${n}`;
    await world.sql(
      `INSERT INTO agent (workspace_id, id, name, email, role, presence) VALUES ($1, $2, $3, $4, 'agent', 'available')`,
      [workspaceId, id, name, `agent${n}@example.com`],
    );
    const token = await sessions.createLink(workspaceId, id);
    const response = await world.http('POST', '/api/session/link', { body: { token } });
    hired.push({ id, name, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' });
  }
  return hired;
}
