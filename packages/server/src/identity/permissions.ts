import type { AgentRole } from '@baton/shared-types';

/** Who may do what in their own workspace. Nothing outside this table is allowed; a route without a line is refused. */
export const PERMISSIONS = {
  'conversation.read': ['agent', 'supervisor', 'admin'],
  'conversation.act': ['agent', 'supervisor', 'admin'],
  'conversation.supervise': ['supervisor', 'admin'],
  'conversation.search': ['agent', 'supervisor', 'admin'],
  'snippet.use': ['agent', 'supervisor', 'admin'],
  'snippet.manage': ['agent', 'supervisor', 'admin'],
  'presence.set': ['agent', 'supervisor', 'admin'],
  'playbook.read': ['agent', 'supervisor', 'admin'],
  'session.own': ['agent', 'supervisor', 'admin'],
  'report.read': ['supervisor', 'admin'],
  'site.manage': ['admin'],
  'agent.manage': ['admin'],
  'playbook.publish': ['admin'],
  'automation.pause': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly AgentRole[]>;

export type Permission = keyof typeof PERMISSIONS;

export function isAllowed(role: AgentRole, permission: Permission): boolean {
  const roles: readonly AgentRole[] = PERMISSIONS[permission];
  return roles.includes(role);
}
