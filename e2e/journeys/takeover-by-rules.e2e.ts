import { test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { walkTakeover } from '../support/takeover-journey.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

test('with the rules alone, a visitor is qualified from free text and an agent takes over live', async ({
  browser,
}) => {
  await walkTakeover(browser, baton);
});
