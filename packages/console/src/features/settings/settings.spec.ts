import { describe, expect, it } from 'vitest';
import { parseOrigins } from './parse-origins.js';

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
