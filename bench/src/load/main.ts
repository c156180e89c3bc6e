import { becomeLeads } from './become-leads.ts';
import { converse } from './converse.ts';
import { Crowd } from './crowd.ts';
import type { OrderAnswer, OrderMessage, Orders } from './orders.ts';
import { Residents } from './residents.ts';
import type { Talker } from './talker.ts';
import { Team } from './team.ts';
import { visit } from './visit.ts';

// A process full of simulated clients, told what to do over IPC, so that the load does not run inside the server.
const crowds = new Map<string, Crowd>();
/** Held here, so that their connections stay. */
const visitors = new Map<string, readonly Talker[]>();
/** The agents who wait for leads. */
let team: Team | null = null;

let residents: Residents | null = null;

const DOINGS: { readonly [K in keyof Orders]: (told: Orders[K]['with']) => Promise<Orders[K]['back']> } = {
  gather: async ({ crowd, destination, size, second }) => {
    const gathered = await Crowd.gather(destination, size, second);
    crowds.set(crowd, gathered);
    return { conversationIds: gathered.conversationIds };
  },
  press: ({ crowd, seconds }) => named(crowd).press(seconds),
  keepPace: ({ crowd, perSecond, seconds }) => named(crowd).keepPace(perSecond, seconds),
  converse: ({ destination, perSecond, seconds }) => converse(destination, perSecond, seconds),
  sitDown: async ({ url, origin, tickets }) => {
    team = await Team.sitDown(url, origin, tickets);
    return null;
  },
  becomeLeads: ({ destination, perSecond, seconds }) => {
    if (!team) throw new Error('nobody waits for leads');
    return becomeLeads(destination, team, { perSecond, seconds });
  },
  visit: async ({ crowd, destination, size }) => {
    visitors.set(crowd, await visit(destination, size));
    return null;
  },
  settle: async ({ destination, size }) => {
    residents = await Residents.settle(destination, size);
    return { conversationIds: residents.conversationIds };
  },
  comeBack: ({ patienceMs }) => settled().comeBack(patienceMs),
  places: async () => settled().places(),
  leave: async ({ crowd }) => {
    named(crowd).leave();
    crowds.delete(crowd);
    return null;
  },
};

function settled(): Residents {
  if (!residents) throw new Error('nobody has settled');
  return residents;
}

function named(name: string): Crowd {
  const crowd = crowds.get(name);
  if (!crowd) throw new Error(`no crowd ${name}`);
  return crowd;
}

process.on('message', async ({ id, order, with: told }: OrderMessage) => {
  const answer: OrderAnswer = await (DOINGS[order] as (told: unknown) => Promise<unknown>)(told).then(
    (back) => ({ id, back }),
    (error: unknown) => ({ id, error: String(error instanceof Error ? error.message : error) }),
  );
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
