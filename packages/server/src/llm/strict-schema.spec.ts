import { expect, test } from 'vitest';
import { z } from 'zod';
import { strictSchema, withoutOptionalNulls } from './strict-schema.js';

const shape = z.object({
  name: z.string().max(5).describe('Given name'),
  nick: z.string().optional(),
  age: z.number().int().min(0).nullable(),
  tags: z.array(z.object({ text: z.string(), note: z.string().optional() })).max(3),
  kind: z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]),
});
const full = z.toJSONSchema(shape, { io: 'input' });

test('requires every property, allows nothing else, and drops what strict modes refuse', () => {
  const text = JSON.stringify(strictSchema(full));
  expect(text).not.toMatch(/maxLength|minimum|maxItems|\$schema|oneOf/);
  expect(strictSchema(full)).toMatchObject({
    required: ['name', 'nick', 'age', 'tags', 'kind'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', description: 'Given name' },
      nick: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    },
  });
});

test('nulls for optional properties are dropped again, wanted nulls stay', () => {
  const answer = {
    name: 'Ada',
    nick: null,
    age: null,
    tags: [{ text: 'x', note: null }],
    kind: { is: 'a' },
  };
  expect(shape.safeParse(answer).success).toBe(false);
  expect(shape.parse(withoutOptionalNulls(answer, full))).toEqual({
    name: 'Ada',
    age: null,
    tags: [{ text: 'x' }],
    kind: { is: 'a' },
  });
});
