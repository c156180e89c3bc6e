import { readFileSync } from 'node:fs';
import type { GoldenConversation } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../../test/play-visitor.js';
import { runGolden } from './run-golden.js';

const SHIPPED: readonly GoldenConversation[] = JSON.parse(
  readFileSync(new URL('../../../playbooks/golden.json', import.meta.url), 'utf8'),
);

it('the default playbook passes the golden set that it is shipped with', () => {
  const results = runGolden(SHIPPED, compiled(DEFAULT_PLAYBOOK));
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results).toHaveLength(SHIPPED.length);
});

it('says what is different: a stricter rule, and a value that is read differently', () => {
  const strict = compiled(
    DEFAULT_PLAYBOOK.replace('team_size.orValue(0) >= 10', 'team_size.orValue(0) >= 1000'),
  );
  const [first] = SHIPPED;
  if (!first) throw new Error('the golden set is empty');
  expect(runGolden([first], strict)).toEqual([
    {
      name: first.name,
      passed: false,
      differences: [
        'verdict: expected "qualified", but it is "needs_review"',
        'call for a person: expected "qualified", but it is null',
      ],
    },
  ]);
  const wrong = { ...first, expect: { ...first.expect, slots: { email: 'other@example.com' } } };
  expect(runGolden([wrong], compiled(DEFAULT_PLAYBOOK))[0]?.differences).toEqual([
    'slot "email": expected "other@example.com", but it is "dana.winter@brightwell-dental.example"',
  ]);
});
