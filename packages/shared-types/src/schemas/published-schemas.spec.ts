import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleSchema } from './bundle.schema.js';
import {
  agentCommandSchemas,
  agentHandshakeSchema,
  visitorCommandSchemas,
  visitorHandshakeSchema,
} from './commands.schema.js';

import { commandRequestSchema, newsRequestSchema } from './http.schema.js';

/** What a client sends, before defaults and clipping. An id is checked by a function, so its form is written here. */
function payloadSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') {
        Object.assign(jsonSchema, { type: 'string', pattern: '^cnv_[0-9a-hjkmnp-tv-z]{26}$' });
      }
    },
  });
}

const each = (schemas: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, payloadSchema(schema)]));

const PUBLISHED = {
  'bundle-v1': { title: 'Baton bundle, version 1', ...z.toJSONSchema(bundleSchema) },
  'commands-v1': {
    title: 'Payloads of the commands, protocol version 1',
    visitor: { handshake: payloadSchema(visitorHandshakeSchema), commands: each(visitorCommandSchemas) },
    http: { command: payloadSchema(commandRequestSchema), events: payloadSchema(newsRequestSchema) },
    agent: { handshake: payloadSchema(agentHandshakeSchema), commands: each(agentCommandSchemas) },
  },
};

/** To write them anew: `npx vitest run --project unit published-schemas -u`. */
describe('docs/schemas holds what the code checks', () => {
  it.each(Object.entries(PUBLISHED))('%s', async (name, schema) => {
    const file = new URL(`../../../../docs/schemas/${name}.schema.json`, import.meta.url).pathname;
    expect(existsSync(file), `${name} is missing`).toBe(true);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });
});
