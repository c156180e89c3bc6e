import { describe, expect, it } from 'vitest';
import { isAllowed, PERMISSIONS, type Permission } from './permissions.js';

/** Written out a second time on purpose: widening the table must be meant. */
const ADMINS_ONLY: readonly Permission[] = [
  'site.manage',
  'agent.manage',
  'playbook.publish',
  'automation.pause',
  'audit.read',
];
const SUPERVISORS: readonly Permission[] = ['conversation.supervise', 'report.read'];
const all = Object.keys(PERMISSIONS) as Permission[];

describe('A50: the permission table', () => {
  it.each(all)('%s', (permission) => {
    expect(isAllowed('admin', permission)).toBe(true);
    expect(isAllowed('agent', permission)).toBe(![...ADMINS_ONLY, ...SUPERVISORS].includes(permission));
    expect(isAllowed('supervisor', permission)).toBe(!ADMINS_ONLY.includes(permission));
  });

  it('keeps every administrative act from agents', () => {
    expect(all).toEqual(expect.arrayContaining([...ADMINS_ONLY]));
  });
});
