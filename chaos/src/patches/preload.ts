import { createCrashControls } from './crash-controls.ts';
import { crashPatches } from './crash-points.ts';
import { findMutation } from './mutations.ts';
import { patchLoadedFiles } from './patch-loader.ts';
import { installSkewedClock } from './skewed-clock.ts';

/** Comes before the server's first line: `node --import preload.ts main.js`. The server knows nothing of it. */
const mutation = findMutation(process.env['CHAOS_MUTATION'] ?? null);
const controls = createCrashControls();
globalThis.batonChaos = controls;
const skew = installSkewedClock();
patchLoadedFiles([
  ...crashPatches(),
  ...(mutation?.patches ?? []).filter(({ file }) => file.startsWith('server/')),
]);

process.on('message', (message: unknown) => {
  if (typeof message !== 'object' || message === null) return;
  if ('crashAt' in message) {
    const nth = 'nth' in message && typeof message.nth === 'number' ? message.nth : 1;
    controls.arm(typeof message.crashAt === 'string' ? message.crashAt : null, nth);
  }
  if ('skewMs' in message && typeof message.skewMs === 'number') skew(message.skewMs);
});
// Nobody is left who would end it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// The harness listens for as long as it likes; that must not keep a stopping server alive.
process.channel?.unref();
