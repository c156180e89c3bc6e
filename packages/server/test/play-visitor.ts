import { readFileSync } from 'node:fs';
import type { PlaybookId } from '@baton/shared-types';
import type { CompiledPlaybook } from '../src/qualification/core/playbook/compile-playbook.js';
import { numbered } from '../src/qualification/evaluation/simulation/played-conversation.js';
import { parsePlaybook } from '../src/qualification/playbook/parse-playbook.js';

export {
  numbered,
  PlayedConversation,
  type PlayedModel,
  type PlayOptions,
} from '../src/qualification/evaluation/simulation/played-conversation.js';

export const DEFAULT_PLAYBOOK = readFileSync(new URL('../playbooks/default.yaml', import.meta.url), 'utf8');

/** Compiles a playbook's text or fails with its errors. */
export function compiled(yaml: string): CompiledPlaybook {
  const parsed = parsePlaybook(yaml, { id: numbered('pbk', 1) as PlaybookId, version: 1 });
  if (!parsed.ok) throw new Error(parsed.error.join('\n'));
  return parsed.value;
}
