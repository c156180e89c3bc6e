import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

const NAMES = ['color', 'position', 'handoff.requested', 'handoff.accepted', 'opened', 'message'];

describe('nearestName', () => {
  it.each([
    ['colour', 'color'],
    ['postion', 'position'],
    ['messgae', 'message'],
    ['open', 'opened'],
    ['handoff-requested', 'handoff.requested'],
    ['HandoffAccepted', 'handoff.accepted'],
    ['turbo-track', null],
    ['x', null],
    ['', null],
  ])('%s was meant as %s', (name, meant) => expect(nearestName(name, NAMES)).toBe(meant));
});
