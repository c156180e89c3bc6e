import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded before a server under measurement (`--import`): answers questions about the process over its IPC channel.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

/** What a server under measurement can be asked. */
export interface ProbeAnswers {
  readonly memory: { readonly rss: number; readonly heap: number; readonly outside: number };
  readonly cpu: { readonly ms: number };
  readonly forget: Record<string, never>;
  /** Milliseconds that the event loop was late since `forget`. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
}

const ANSWERS: { readonly [K in keyof ProbeAnswers]: () => ProbeAnswers[K] } = {
  memory: () => {
    collectGarbage();
    collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed, outside: external };
  },
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return { ms: (user + system) / 1_000 };
  },
  forget: () => {
    delay.reset();
    return {};
  },
  delay: () => ({
    p50: delay.percentile(50) / 1e6,
    p99: delay.percentile(99) / 1e6,
    max: delay.max / 1e6,
  }),
};

process.on('message', (message: { readonly probe?: keyof ProbeAnswers }) => {
  if (message.probe === undefined) return;
  process.send?.({ probe: message.probe, answer: ANSWERS[message.probe]() });
});
process.channel?.unref();
