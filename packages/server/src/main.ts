import { assertPortsFree } from './assert-ports-free.js';
import { compilePatternsAtOnce } from './compile-patterns-at-once.js';
import { ConfigError, loadConfig } from './config/index.js';
import { startDemo } from './demo/index.js';
import { explainStartFailure } from './explain-start-failure.js';
import { startServer } from './start-server.js';

/** More than all that a stopping node waits for, one after the other: 9 s at most. Whoever gets here hangs. */
const DRAIN_LIMIT_MS = 10_000;

async function main(): Promise<void> {
  compilePatternsAtOnce();
  const config = loadConfig();
  await assertPortsFree(config.HOST, config.DEMO ? [config.PORT, config.DEMO_PORT] : [config.PORT]);
  const server = await startServer(config);
  server.onDatabaseLost(() => {
    console.error(
      'The embedded PostgreSQL has ended. Start Baton again; nothing that was acknowledged is lost.',
    );
    process.exit(1);
  });
  const demo = config.DEMO ? await startDemo(server.app, config) : null;
  console.log(demo?.announcement ?? `Baton listens on port ${server.port} as ${config.PUBLIC_URL}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('Stopping: finishing what is under way …');
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    await demo?.stop();
    await server.stop();
    console.log('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : explainStartFailure(error));
  process.exit(1);
});
