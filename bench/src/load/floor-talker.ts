import { io } from 'socket.io-client';
import type { Destination, Talker } from './talker.ts';
import { unlessGone } from './unless-gone.ts';

export async function connectToFloor(
  { url }: Destination,
  room: string,
  localAddress: string,
): Promise<Talker> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { room },
    localAddress,
  } as Parameters<typeof io>[1]);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    conversationId: room,
    say: (clientId, text) => unlessGone(socket, 'say', { clientId, text }),
    onDelivered: (listener) =>
      void socket.on('said', ({ clientId }: { readonly clientId: string }) => listener(clientId)),
    close: () => void socket.disconnect(),
  };
}
