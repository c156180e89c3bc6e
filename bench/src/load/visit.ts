import { connectToBaton } from './baton-talker.ts';
import { connectToFloor } from './floor-talker.ts';
import { inBatches } from './in-batches.ts';
import { sourceAddress } from './source-address.ts';
import type { Destination, Talker } from './talker.ts';

const CONNECTING_AT_ONCE = 32;

/** Visitors who connect and then only look at the page. */
export async function visit(destination: Destination, size: number): Promise<readonly Talker[]> {
  return inBatches(size, CONNECTING_AT_ONCE, (index) =>
    destination.kind === 'floor'
      ? connectToFloor(destination, `room-${index}`, sourceAddress(index))
      : connectToBaton(destination, null, sourceAddress(index)),
  );
}
