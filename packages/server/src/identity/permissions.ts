import type { AgentRole } from '@baton/shared-types';

/** Who may do what in their own workspace. Nothing outside this table is allowed; a route without a line is refused. */
export const PERMISSIONS = {
  'conversation.read': ['agent', 'admin'],
  'conversation.act': ['agent', 'admin'],
  'conversation.search': ['agent', 'admin'],
  'snippet.use': ['agent', 'admin'],
  'snippet.manage': ['agent', 'admin'],
  'presence.set': ['agent', 'admin'],
  'playbook.read': ['agent', 'admin'],
  'session.own': ['agent', 'admin'],
  'report.read': ['admin'],
  'site.manage': ['admin'],
  'agent.manage': ['admin'],
  'playbook.publish': ['admin'],
} as const satisfies Record<string, readonly AgentRole[]>;

export type Permission = keyof typeof PERMISSIONS;

export function isAllowed(role: AgentRole, permission: Permission): boolean {
  const roles: readonly AgentRole[] = PERMISSIONS[permission];
  return roles.includes(role);
}
