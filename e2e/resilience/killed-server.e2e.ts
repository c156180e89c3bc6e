import { test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { WidgetVisitor } from './widget-visitor.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

// The same under a crowd, with every other fault: chaos/.
test('I1 I20 I22: two widgets while the server is killed twice; one stays open, one is reloaded while it is dead', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const patient = await WidgetVisitor.enter(browser, baton, 'Paula');
  const reloading = await WidgetVisitor.enter(browser, baton, 'Rolf');
  await baton.kill();
  await patient.writeWhileDead();
  await baton.start();
  await baton.kill();
  await reloading.writeWhileDead();
  await reloading.reloadWhileDead();
  await baton.start();
  await reloading.comeBack();
  await reloading.expectNothingLost();
  await patient.expectNothingLost();
});
