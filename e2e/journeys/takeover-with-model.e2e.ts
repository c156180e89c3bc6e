import { LLMock } from '@copilotkit/aimock';
import { expect, test } from '@playwright/test';
import { type ModelEndpoint, startModelEndpoint } from '../../packages/server/test/model-endpoint.js';
import { startBaton } from '../support/baton.js';
import { walkTakeover } from '../support/takeover-journey.js';

/** Short deadlines, so that a model that fails costs the test seconds and not minutes. */
const IMPATIENT = { MODEL_FIRST_TOKEN_MS: '1500', MODEL_IDLE_MS: '700', MODEL_TOTAL_MS: '4000' };
const SPOKEN = 'Good to hear from you, that is clear.';

const environment = (url: string) => ({
  OPENAI_API_KEY: 'test',
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: 'test',
  ...IMPATIENT,
});

test('with an independent model server, the model phrases and the rules decide', async ({ browser }) => {
  const model = new LLMock({ port: 0, logLevel: 'silent' });
  model.on({ responseFormat: 'json_schema' }, { content: JSON.stringify({ facts: [] }) });
  model.on(
    { userMessage: '<task>' },
    { content: SPOKEN },
    { chunkSize: 6, streamingProfile: { ttft: 60, tps: 60 } },
  );
  await model.start();
  const baton = await startBaton(environment(`${model.url}/v1`));
  try {
    await walkTakeover(browser, baton, {
      beforeReload: async (desk) => {
        await expect(desk.thread.getByText(SPOKEN).first()).toBeVisible();
        await expect(desk.thread.getByText('phrased by the model').first()).toBeVisible();
      },
    });
    expect(model.getRequests().length).toBeGreaterThan(4);
  } finally {
    await baton.stop();
    await model.stop();
  }
});

const faults: readonly (readonly [name: string, behave: (model: ModelEndpoint) => void])[] = [
  ['stalls after the first chunk', (model) => model.behave({ name: 'stall_after', pieces: ['Good '] })],
  ['answers 500', (model) => model.behave({ name: 'status', status: 500 })],
];
for (const [name, behave] of faults) {
  test(`when the model ${name}, every line is answered in its turn and the lead is captured`, async ({
    browser,
  }) => {
    const model = await startModelEndpoint();
    behave(model);
    const baton = await startBaton(environment(model.url));
    try {
      await walkTakeover(browser, baton);
      expect(model.requests.length).toBeGreaterThan(1);
    } finally {
      await baton.stop();
      await model.stop();
    }
  });
}
