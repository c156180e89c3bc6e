import type { WireError } from '@baton/shared-types';
import { type MemoryLink, memoryTransport } from './memory-transport.js';
import { type TransportStage, transportContract } from './transport.contract.js';

transportContract('memory', async () => {
  const links = new Set<MemoryLink>();
  const handshakes: unknown[] = [];
  const commands: { name: string; payload: unknown }[] = [];
  let refusal: WireError | null = null;
  let muted = false;
  let gone = false;
  const stage: TransportStage = {
    handshakes,
    commands,
    connect: memoryTransport((handshake, link) => {
      if (gone || refusal) return { refusal: gone ? null : refusal };
      handshakes.push(handshake);
      links.add(link);
      return {
        session: {
          command(name, payload, answer) {
            commands.push({ name, payload });
            if (!muted) answer({ ok: true, value: { echo: payload } });
          },
          closed: () => links.delete(link),
        },
      };
    }),
    refuse: (error) => {
      refusal = error;
    },
    mute: () => {
      muted = true;
    },
    notify: ({ name, payload }) => {
      for (const link of links) link.notify(name, payload);
    },
    dropAll: () => {
      for (const link of [...links]) link.drop();
    },
    connections: () => links.size,
    vanish: async () => {
      gone = true;
      for (const link of [...links]) link.drop();
    },
  };
  return stage;
});
