import { randomUUID } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { type ClientEnvironment, createVisitorClient, socketTransport } from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';

/** A chat in the terminal: the client without a face, in Node. `node chat.ts SERVER SITE ORIGIN` */
const [serverUrl = 'http://localhost:8320', siteKey = 'demo-tidewater', origin = 'http://localhost:8321'] =
  process.argv.slice(2);

const kept = new Map<string, string>();
const environment: ClientEnvironment = {
  // In memory: who comes back is somebody new. Write it to a file to be remembered.
  storage: {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  },
  now: Date.now,
  random: Math.random,
  newClientId: () => randomUUID().replaceAll('-', ''),
  setTimer(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onWake: () => () => undefined,
  page: () => ({ url: `${origin}/terminal`, title: 'Terminal', referrer: '' }),
  locale: () => 'en',
  timeZone: () => 'UTC',
};

// A browser names the page's origin by itself; here we say which of the site's allowed origins we speak for.
const client = createVisitorClient(
  { serverUrl, siteKey, environment },
  socketTransport(serverUrl, NAMESPACE.visitor, { origin }),
);

let shown = 0;
client.view.subscribe((view) => {
  for (const { seq, actor, text } of view?.messages ?? []) {
    if (seq <= shown) continue;
    shown = seq;
    if (actor.kind !== 'visitor') console.log(`${actor.kind}: ${text}`);
  }
});
client.connection.subscribe((state) => {
  if (state.kind === 'stopped') console.error(state.error.message);
});
client.connect();

for await (const line of createInterface({ input: stdin, output: stdout })) {
  if (line.trim()) await client.send(line);
}
// Input has ended: what the assistant still has to say may come.
setTimeout(() => client.destroy(), 5_000);
