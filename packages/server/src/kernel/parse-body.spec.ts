import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from './errors.js';
import { parseBody } from './parse-body.js';

const schema = z.strictObject({ text: z.string().max(10, 'message_too_long') });
const codeOf = (input: unknown) => {
  try {
    parseBody(schema, input);
    return null;
  } catch (thrown) {
    return thrown instanceof UserError ? thrown.code : thrown;
  }
};

describe('parseBody', () => {
  it('gives back what fits', () => {
    expect(parseBody(schema, { text: 'short' })).toEqual({ text: 'short' });
  });

  it('names a refusal that has a code of its own', () => {
    expect(codeOf({ text: 'far too long a text' })).toBe('message_too_long');
  });

  it.each([
    [null],
    [[]],
    [{ text: 1 }],
    [{ text: 'x', extra: 1 }],
    [{ text: { length: { toString: 1 }, toString: 1 } }],
    [{ text: { length: 1e9 } }],
  ])('A3: %j is refused as input of the wrong form, never as a defect', (input) => {
    expect(['invalid_input', 'message_too_long']).toContain(codeOf(input));
  });

  it('says where, and repeats nothing of the input', () => {
    try {
      parseBody(schema, { text: 'x', secret_word: 'hunter2' });
    } catch (thrown) {
      expect(JSON.stringify((thrown as UserError).toWire())).not.toContain('hunter2');
    }
    expect.hasAssertions();
  });
});

it('A23: names of fields that a stranger made up do not come back', () => {
  const body = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`secret${i}`, 1]));
  let thrown: unknown = null;
  try {
    parseBody(z.strictObject({ known: z.string() }), body);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  expect(JSON.stringify(thrown instanceof UserError && thrown.toWire())).not.toContain('secret');
});
