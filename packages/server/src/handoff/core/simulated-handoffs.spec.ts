import type { AgentId, LadderStep, Team } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { promiseTime } from './business-hours.js';
import { climbLadder, type LadderPlace, type NextRung } from './climb-ladder.js';
import type { RosterAgent } from './roster.js';

/** How many leads are played; 10,000 as the command in this folder's README. */
const LEADS = Number(process.env['HANDOFF_LEADS'] ?? 2_000);
const LADDER: readonly LadderStep[] = [
  { rung: 'agent', seconds: 20, tries: 2 },
  { rung: 'team', seconds: 30 },
  { rung: 'wider', seconds: 30 },
  { rung: 'supervisor', seconds: 60 },
];
const TEAMS: readonly Team[] = [
  { key: 'sales', name: 'Sales', choose: 'least_busy', hours: null },
  { key: 'support', name: 'Support', choose: 'longest_idle', hours: null },
];
const FIRST_REPLY_SECONDS = 120;
const GRACE_SECONDS = 30;
const START = Date.UTC(2026, 0, 5, 9);

/** A seeded stream of numbers, so that a failing run can be run again. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Outcome {
  readonly end: 'owned' | 'captured';
  /** Every state on the way had a deadline. */
  readonly hadDeadlines: boolean;
  readonly offers: number;
  readonly seconds: number;
  readonly askedAgainAfterNo: boolean;
}

/** Plays one lead against people who take, refuse, ignore, vanish after taking, or go home; the clock is the loop's. */
function play(seed: number): Outcome {
  const random = dice(seed);
  let now = START;
  let place: LadderPlace = { rung: null, asked: [], declined: [], lastOffered: [] };
  let offers = 0;
  let hadDeadlines = true;
  let askedAgainAfterNo = false;
  const people = 1 + Math.floor(random() * 12);
  const roster = (): readonly RosterAgent[] =>
    Array.from({ length: people }, (_, n) => ({
      id: `agt_${n}` as AgentId,
      name: `Agent ${n}`,
      role: n === 0 ? 'supervisor' : 'agent',
      state: random() < 0.55 ? 'available' : random() < 0.5 ? 'away' : 'offline',
      reason: null,
      teams: n % 2 === 0 ? ['sales'] : ['support'],
      skills: [],
      languages: n % 5 === 0 ? ['de'] : [],
      regions: [],
      hours: null,
      load: Math.floor(random() * 4),
      capacity: 3,
      lastTookAt: null,
    }));
  for (let step = 0; step < 100; step += 1) {
    const next: NextRung = climbLadder({
      ladder: LADDER,
      place,
      destination: {
        team: 'sales',
        skills: [],
        priority: 'normal',
        fallback: ['support'],
        because: 'it is a lead',
      },
      directedTo: null,
      roster: roster(),
      teams: TEAMS,
      language: 'en',
      country: '',
      owner: null,
      lastAgent: null,
      now: new Date(now),
    });
    if (next.rung === 'capture') {
      // A contact is taken with a promised time: the next step has a deadline, too.
      hadDeadlines &&= promiseTime(null, new Date(now), 240) !== null;
      return { end: 'captured', hadDeadlines, offers, seconds: (now - START) / 1_000, askedAgainAfterNo };
    }
    hadDeadlines &&= next.seconds > 0;
    offers += 1;
    askedAgainAfterNo ||= next.offeredTo.some((id) => place.declined.includes(id));
    const asked = [...new Set([...place.asked, ...next.offeredTo])];
    place = { ...place, rung: next.rung, asked, lastOffered: asked };
    for (const id of next.offeredTo) {
      const answer = random();
      if (answer < 0.25) {
        if (random() < 0.7)
          return { end: 'owned', hadDeadlines, offers, seconds: (now - START) / 1_000, askedAgainAfterNo };
        // Took it and was never heard of again: found by the grace or by the deadline of the first reply.
        now += (random() < 0.5 ? GRACE_SECONDS : FIRST_REPLY_SECONDS) * 1_000;
        place = { rung: null, asked: [], declined: [id], lastOffered: [] };
        break;
      }
      if (answer < 0.5) place = { ...place, declined: [...place.declined, id] };
    }
    const allSaidNo = next.offeredTo.every((id) => place.declined.includes(id));
    now += allSaidNo ? 2_000 : next.seconds * 1_000;
  }
  throw new Error(`seed ${seed}: it never ended`);
}

describe(`${LEADS} simulated handoffs, with agents who decline, let it pass and vanish`, () => {
  const outcomes = Array.from({ length: LEADS }, (_, seed) => play(seed + 1));

  it('each end with an owner or with a contact and a promised time', () => {
    const ends = new Set(outcomes.map(({ end }) => end));
    expect(ends).toEqual(new Set(['owned', 'captured']));
    expect(outcomes).toHaveLength(LEADS);
  });

  it('are never without a deadline on the way', () => {
    expect(outcomes.filter(({ hadDeadlines }) => !hadDeadlines)).toEqual([]);
  });

  it('never ask somebody again who said no', () => {
    expect(outcomes.filter(({ askedAgainAfterNo }) => askedAgainAfterNo)).toEqual([]);
  });

  it('climb beyond the first rung often enough to mean anything', () => {
    expect(outcomes.filter(({ offers }) => offers > 2).length).toBeGreaterThan(LEADS / 20);
  });
});
