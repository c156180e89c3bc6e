import type { PlaybookVocabulary } from '@baton/shared-types';
import { playbookSchema } from '@baton/shared-types/schemas';
import { z } from 'zod';
import { FACT_TYPES, HANDOFF_FACT_TYPES } from '../core/policy/policy-facts.js';
import { ROUTING_FACT_TYPES } from '../core/policy/routing-fact-types.js';

/** What a playbook's text may hold, as it is checked: the schema of its form and the facts of its conditions. */
export function playbookVocabulary(): PlaybookVocabulary {
  return {
    schema: z.toJSONSchema(playbookSchema, { io: 'input' }) as PlaybookVocabulary['schema'],
    facts: { verdict: FACT_TYPES, handoff: HANDOFF_FACT_TYPES, routing: ROUTING_FACT_TYPES },
  };
}
