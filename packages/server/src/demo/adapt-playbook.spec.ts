import { readFileSync } from 'node:fs';
import type { Playbook } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../test/play-visitor.js';
import { adaptPlaybook } from './adapt-playbook.js';
import { DEMO_WORKSPACES } from './demo-workspaces.js';

const CHANGES = readFileSync(new URL('../../demo/alpenrad/playbook.yaml', import.meta.url), 'utf8');
const shipped = compiled(DEFAULT_PLAYBOOK).playbook;
const { playbook } = compiled(adaptPlaybook(DEFAULT_PLAYBOOK, CHANGES));

describe('the playbook of the German demo company', () => {
  it('is for people who read German', () => {
    expect(playbook.deskLanguage).toBe('de');
    expect(playbook.assistant.name).toBe('Assistent');
    expect(DEMO_WORKSPACES.filter(({ hasOwnPlaybook }) => hasOwnPlaybook).map(({ slug }) => slug)).toEqual([
      'alpenrad',
    ]);
  });

  it('decides as the default one does', () => {
    const rules = ({ name: _name, deskLanguage: _language, assistant, ...rest }: Playbook) =>
      JSON.stringify({ ...rest, assistant: { ...assistant, name: '' } }, (key, value: unknown) =>
        key === 'because' ? undefined : value,
      );
    expect(rules(playbook)).toBe(rules(shipped));
  });

  it('has a reason of its own for every rule', () => {
    const left = reasonsOf(playbook).filter((reason) => reasonsOf(shipped).includes(reason));
    expect(left).toEqual([]);
    expect(reasonsOf(playbook)).toHaveLength(reasonsOf(shipped).length);
  });
});

function reasonsOf({ verdicts, handoffs, score, routing }: Playbook): readonly string[] {
  const destinations = routing ? [...routing.rules, routing.default] : [];
  return [...verdicts, ...handoffs, ...score, ...destinations].map(({ because }) => because);
}
