import { alone, type Benchmark, besideFloor } from '../benchmark.ts';
import { fetchTicket } from '../ground/console-api.ts';
import { hireAgents } from '../ground/hire-agents.ts';
import { quantile } from '../quantile.ts';
import { LONGEST_ROUND_S } from './side-by-side.ts';

const PER_SECOND = 20;
const AGENTS = 8;

/** How long an agent waits for the facts about a lead that has just qualified. */
export const briefing: Benchmark = {
  name: 'briefing',
  about: `From the visitor's line that makes the verdict to the briefing on an agent's screen: ${PER_SECOND} new conversations a second, ${AGENTS} agents who take every lead, no model, no pause before speaking; floor: bare socket.io that inserts a line and sends it to a second client.`,
  run: async (ground, { quick, say }) => {
    const seconds = LONGEST_ROUND_S;
    const rounds = quick ? 1 : 8;
    const baton = await ground.baton({ ASSISTANT_PAUSE_MS: '0' });
    const floor = await ground.floor({ deliver: true });
    const load = ground.load();
    const crowd = 'floor';
    const { destination: atFloor } = floor;
    await load.order('gather', { crowd, destination: atFloor, size: PER_SECOND, second: atFloor });
    const cookies = await hireAgents(baton, 'tidewater', AGENTS);
    const tickets = await Promise.all(cookies.map((cookie) => fetchTicket(baton, cookie)));
    const destination = baton.destination();
    await load.order('sitDown', { url: destination.url, origin: baton.url, tickets });
    say('warming up');
    await load.order('keepPace', { crowd, perSecond: PER_SECOND, seconds: 1 });
    await load.order('becomeLeads', { destination, perSecond: PER_SECOND, seconds: 3 });
    const delivered: number[] = [];
    const afterSaid: number[] = [];
    const afterAcknowledged: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Baton is not held still meanwhile: it would take its agents for gone.
      delivered.push(...(await load.order('keepPace', { crowd, perSecond: PER_SECOND, seconds })).delivered);
      floor.server.freeze();
      const briefed = await load.order('becomeLeads', { destination, perSecond: PER_SECOND, seconds });
      floor.server.thaw();
      if (briefed.missing > 0)
        throw new Error(`${briefed.missing} leads without a briefing after ten seconds`);
      afterSaid.push(...briefed.afterSaid);
      afterAcknowledged.push(...briefed.afterAcknowledged);
      say(`${briefed.afterSaid.length} leads, p50 ${quantile(briefed.afterAcknowledged, 0.5).toFixed(1)} ms`);
    }
    const beside = (q: number) => ({ baton: quantile(afterSaid, q), floor: quantile(delivered, q) });
    return [
      alone('briefing after the acknowledgement, p50', 'ms', quantile(afterAcknowledged, 0.5), null),
      alone('briefing after the acknowledgement, p99', 'ms', quantile(afterAcknowledged, 0.99), {
        most: 250,
      }),
      besideFloor('briefing after the line was said, p50', 'ms', beside(0.5), null),
      besideFloor('briefing after the line was said, p99', 'ms', beside(0.99), null),
    ];
  },
};
