import { describe, expect, it } from 'vitest';
import { unknownVariables } from './unknown-variables.js';

describe('the variables of a snippet', () => {
  it('accepts the known ones, with or without blanks', () => {
    expect(unknownVariables('Hi {{visitor.first_name}}, {{ agent.name }} here')).toEqual([]);
  });

  it('names each unknown one once', () => {
    expect(unknownVariables('{{nmae}} {{nmae}} {{constructor}} {{}}')).toEqual(['nmae', 'constructor', '']);
  });

  it('takes single braces and prices as plain text', () => {
    expect(unknownVariables('from {19} to $20 }} {{')).toEqual([]);
  });
});
