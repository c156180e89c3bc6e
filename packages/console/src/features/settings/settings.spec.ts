import { describe, expect, it } from 'vitest';
import { parseOrigins } from './parse-origins.js';
import { parsePlaybookErrors } from './parse-playbook-errors.js';

describe('parseOrigins', () => {
  it('takes one origin a line and drops blank lines and repetitions', () => {
    expect(parseOrigins(' https://a.example \n\nhttps://a.example\nhttp://localhost:8080')).toEqual({
      ok: true,
      origins: ['https://a.example', 'http://localhost:8080'],
    });
  });

  it.each([
    'https://a.example/',
    'https://a.example/path',
    'a.example',
    '*',
    'https://',
    'javascript:alert(1)',
    'https://A.example',
  ])('names the line that is no origin: %s', (line) => {
    expect(parseOrigins(`https://ok.example\n${line}`)).toEqual({ ok: false, line });
  });
});

describe('parsePlaybookErrors', () => {
  it('puts each error at its line, in order, and those without a line first', () => {
    expect(parsePlaybookErrors(['line 12: unknown key', 'Line 3: not a list', 'no slots at all'])).toEqual([
      { line: null, text: 'no slots at all' },
      { line: 3, text: 'not a list' },
      { line: 12, text: 'unknown key' },
    ]);
  });
});
