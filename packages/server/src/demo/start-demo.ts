import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config/index.js';
import { serveDemoPage } from './demo-page.js';
import { DemoSeed } from './demo-seed.service.js';
import { DEMO_WORKSPACES } from './demo-workspaces.js';

export interface RunningDemo {
  /** What to tell the person at the terminal. */
  readonly announcement: string;
  readonly pageUrl: string;
  stop(): Promise<void>;
}

/** Creates the demo workspaces if they are not there, serves their page, and says where everything is. */
export async function startDemo(app: INestApplicationContext, config: Config): Promise<RunningDemo> {
  const page = await serveDemoPage(config.HOST, config.DEMO_PORT, config.PUBLIC_URL);
  const { port } = page.address() as AddressInfo;
  const pageUrl = `http://localhost:${port}`;
  const seed = app.get(DemoSeed);
  const lines = [
    `Baton is running. Nothing leaves this machine${config.OPENAI_API_KEY ? ' but calls to the model' : ''}.`,
    '',
  ];
  for (const demo of DEMO_WORKSPACES) {
    const workspaceId = await seed.ensure(demo, [pageUrl, `http://127.0.0.1:${port}`]);
    lines.push(`${demo.name}`, `  chat as a visitor     ${pageUrl}${demo.path}`);
    for (const { name, role, token } of await seed.createLinks(workspaceId)) {
      lines.push(
        `  ${`sign in as ${role}`.padEnd(20)}  ${config.PUBLIC_URL}/console/#/sign-in?token=${token}  (${name}, works once)`,
      );
    }
    lines.push('');
  }
  lines.push(
    `Metrics  ${config.PUBLIC_URL}/metrics    Data  ${config.DATABASE_URL ? 'DATABASE_URL' : config.DATA_DIR}    Stop with Ctrl-C`,
  );
  return {
    announcement: lines.join('\n'),
    pageUrl,
    stop: () => new Promise((resolve) => page.close(() => resolve())),
  };
}
