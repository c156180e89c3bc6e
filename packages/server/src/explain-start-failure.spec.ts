import { describe, expect, it } from 'vitest';
import { explainStartFailure } from './explain-start-failure.js';

const failure = (code: string, rest: object = {}) =>
  Object.assign(new Error(`technical ${code}`), { code }, rest);

describe('explainStartFailure', () => {
  it.each([
    [failure('EADDRINUSE', { port: 8320 }), /Port 8320 is taken.*set PORT/],
    [failure('EACCES', { port: 80 }), /Port 80 may not be used.*above 1023/],
    [failure('ENOSPC'), /no space left.*DATA_DIR/],
    [failure('28P01'), /database refused.*DATABASE_URL/],
    [failure('3D000'), /database refused.*DATABASE_URL/],
    [failure('ECONNREFUSED'), /No PostgreSQL answers.*DATABASE_URL/],
    [failure('ENOTFOUND'), /No PostgreSQL answers.*DATABASE_URL/],
  ])('$code becomes one sentence that says what to do', (error, expected) => {
    const text = explainStartFailure(error);
    expect(text).toMatch(expected);
    expect(text).not.toContain('\n');
  });

  it('passes on what was already written for people', () => {
    expect(explainStartFailure(new Error('The console has not been built.'))).toBe(
      'The console has not been built.',
    );
    expect(explainStartFailure('thrown text')).toBe('Baton could not start.');
  });
});
