import { readFileSync } from 'node:fs';
import type { PlaybookId } from '@baton/shared-types';
import { parsePlaybook } from '../src/qualification/playbook/parse-playbook.js';

/** The default playbook, compiled. */
export function readPlaybook() {
  const yaml = readFileSync(new URL('../playbooks/default.yaml', import.meta.url), 'utf8');
  const parsed = parsePlaybook(yaml, { id: `pbk_${'0'.repeat(26)}` as PlaybookId, version: 1 });
  if (!parsed.ok) throw new Error(parsed.error.join('\n'));
  return parsed.value;
}
