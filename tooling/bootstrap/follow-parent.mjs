import { Socket } from 'node:net';

// Loaded into the program that the bootstrap starts (see child.mjs). Descriptor 3 is a pipe from the bootstrap:
// when that is gone, even by SIGKILL, the program ends as if it had been asked to.
const parent = new Socket({ fd: 3 });
parent.once('close', () => process.kill(process.pid, 'SIGTERM'));
parent.on('error', () => undefined);
parent.resume();
parent.unref();
