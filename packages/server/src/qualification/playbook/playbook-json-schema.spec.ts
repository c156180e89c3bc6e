import { playbookSchema } from '@baton/shared-types/schemas';
import { expect, it } from 'vitest';
import { z } from 'zod';

it('the published JSON Schema of playbooks is the one that is checked', async () => {
  const schema = z.toJSONSchema(playbookSchema, { io: 'input' });
  const text = `${JSON.stringify({ title: 'Baton playbook', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../playbooks/playbook.schema.json');
});
