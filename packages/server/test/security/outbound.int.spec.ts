import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, isExtraction, modelEnvironment, NO_FACTS } from '../chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.js';
import { createWorld, type World } from '../world.js';

let endpoint: ModelEndpoint;
let world: World;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  endpoint.behave((body) => ({
    name: 'speak',
    pieces: [isExtraction(body) ? NO_FACTS : 'Thank you, that helps. '],
  }));
  world = await createWorld(inject('postgresUrl'), modelEnvironment(endpoint.url));
});
afterAll(async () => {
  await world?.stop();
  await endpoint?.stop();
});

/** What a visitor may type, and the part of it that must stay here. */
const CANARIES = [
  ['dana.winter@brightwell-dental.test', 'brightwell-dental'],
  ['+44 20 7946 0233', '7946'],
  ['4111 1111 1111 1111', '1111'],
  ['DE89 3704 0044 0532 0130 00', '0532'],
] as const;

const sent = () => JSON.stringify(endpoint.requests);

describe('A101: what leaves for the model', () => {
  it('holds no address and no long number, neither of this message nor of those before', async () => {
    const chat = await chatIn(world);
    for (const [canary] of CANARIES) await chat.say(`Hi, we plan shifts for 40 people. Mine is ${canary}.`);
    await chat.say('What does the zebracorn plan cost?');
    expect(sent()).toContain('zebracorn');
    expect(sent()).toContain('40 people');
    for (const [canary, part] of CANARIES) expect(sent(), canary).not.toContain(part);
  });

  it('holds no half of an address either where a long message is cut', async () => {
    const chat = await chatIn(world);
    const address = 'quetzalcoatl@brightwell-dental.test';
    // The prompt takes 1,000 characters of a line: here the cut would come right behind the sign.
    const padding = 'We plan shifts. '.repeat(80).slice(0, 1_000 - 'quetzalcoatl@'.length);
    await chat.say(`${padding}${address}`);
    await chat.say('What does the okapi plan cost?');
    expect(sent()).toContain('okapi');
    expect(sent()).not.toContain('quetzalcoatl');
  });

  it('says nothing of the conversations of others, and no id of anybody', async () => {
    const other = await chatIn(world);
    await other.say('Our secret project is called narwhal.');
    const before = endpoint.requests.length;
    const chat = await chatIn(world);
    await chat.say('Hello, what do you offer?');
    const mine = JSON.stringify(endpoint.requests.slice(before));
    expect(mine).toContain('what do you offer');
    expect(mine).not.toContain('narwhal');
    expect(mine).not.toMatch(/wsp_|vis_|cnv_/);
  });
});
