import { describe, expect, it } from 'vitest';
import { explainFailure, isStillLocked } from './explain-failure.js';

describe('explainFailure', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /no disk space left/],
    ['FATAL:  could not open file "PG_VERSION": Permission denied', /cannot be read and written/],
    ['FATAL:  data directory "/d" has wrong ownership', /cannot be read and written/],
    ['FATAL:  lock file "postmaster.pid" already exists', /Another PostgreSQL still holds/],
    ['initdb: error: could not look up effective user ID 4711: user does not exist', /user id has none/],
    ['FATAL:  could not create shared memory segment: Cannot allocate memory', /not enough memory/],
  ])('says one sentence about %s', (output, sentence) => {
    const message = explainFailure(`LOG:  starting PostgreSQL\n${output}\n`, '/d');
    expect(message).toMatch(sentence);
    expect(message.match(/\.$/)).not.toBeNull();
    expect(message).not.toContain('\n');
  });

  it('quotes the complaint when it does not know the cause', () => {
    const output =
      'LOG:  starting\n2026-11-20 UTC [7] FATAL:  the moon is in the wrong phase\nLOG:  shut down\n';
    expect(explainFailure(output, '/d')).toBe(
      'The embedded PostgreSQL could not start on /d: the moon is in the wrong phase.',
    );
  });

  it('stays a sentence when there was no output', () => {
    expect(explainFailure('', '/d')).toBe(
      'The embedded PostgreSQL could not start on /d: it ended without a word.',
    );
  });
});

describe('isStillLocked', () => {
  it('tells a lock, which waiting can solve, from everything else', () => {
    expect(isStillLocked('FATAL:  lock file "postmaster.pid" already exists')).toBe(true);
    expect(isStillLocked('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(
      true,
    );
    expect(isStillLocked('FATAL:  could not open file: Permission denied')).toBe(false);
  });
});
