import type { PlaybookId, Verdict } from '@baton/shared-types';
import { judgeLead } from '../core/judge-lead.js';
import type { QualificationMemory } from '../core/memory/qualification-memory.js';
import { parsePlaybook } from '../playbook/parse-playbook.js';

/** Judges a whole chat by a playbook's own rules. Throws with every error when the text is no playbook. */
export function judgeByPlaybook(
  yaml: string,
  now: string,
): (memory: QualificationMemory) => { readonly verdict: Verdict; readonly handoff: boolean } {
  const id = `pbk_${'0'.repeat(26)}` as PlaybookId;
  const parsed = parsePlaybook(yaml, { id, version: 1 });
  if (!parsed.ok) throw new Error(parsed.error.join('\n'));
  return (memory) => {
    const mood = { urgency: 'normal', sentiment: 'neutral' } as const;
    const { verdict, handoffReasons } = judgeLead(parsed.value, memory, mood, now);
    return { verdict, handoff: handoffReasons.length > 0 };
  };
}
