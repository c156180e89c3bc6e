import { expect, test } from '@playwright/test';
import { type Baton, startBaton } from '../support/baton.js';
import { Chat } from '../support/chat.js';
import { Desk } from '../support/desk.js';

let baton: Baton;
test.beforeAll(async () => {
  baton = await startBaton();
});
test.afterAll(() => baton.stop());

test('nobody there: the visitor is told the truth, asked for what is missing, and the lead waits in the queue', async ({
  browser,
}) => {
  const chat = new Chat(await (await browser.newContext()).newPage());
  await chat.open(baton.pageUrl('tidewater'));
  await chat.panel.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(chat.panel.getByText('Nobody is free right now', { exact: true })).toBeVisible();
  await expect(
    chat
      .from('Assistant')
      .filter({ hasText: /e-?mail|address|reach you/i })
      .last(),
  ).toBeVisible();
  await chat.sayAndHear('kim@lakeside-clinic.example');
  // What was given is not asked for again.
  await chat.sayAndHear('thanks, that is all for now');
  await expect(chat.from('Assistant').last()).not.toContainText(/which work e-?mail/i);

  const desk = new Desk(
    await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(),
  );
  await desk.signIn(baton.takeLink('tidewater', 'agent'));
  await expect(desk.inbox.getByText('kim@lakeside-clinic.example').first()).toBeVisible();
  await desk.becomeAvailable();
  await desk.accept('kim@lakeside-clinic.example');
  await expect(chat.log.getByText(/Tomás Reyes has joined/)).toBeVisible();
  await desk.reply('Hello Kim, sorry for the wait.');
  await expect(chat.from('Tomás Reyes').getByText('sorry for the wait')).toBeVisible();

  await desk.page.getByRole('button', { name: 'Return to assistant' }).click();
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /return/i })
    .click();
  await expect(chat.log.getByText('The assistant answers again.')).toBeVisible();
  await chat.sayAndHear('what does it cost per seat?');
  await expect(chat.from('Assistant').last()).toContainText('20');
});

/** The chat is offered to one agent first; the other may take it over. */
const claim = (desk: Desk) => desk.page.getByRole('button', { name: /^(Accept|Take over)$/ }).first();

test('two agents who accept at once: one wins, the other is told who', async ({ browser }) => {
  const [first, second] = await Promise.all(
    (['agent', 'admin'] as const).map(async (role) => {
      const desk = new Desk(
        await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(),
      );
      await desk.signIn(baton.takeLink('alpenrad', role));
      await desk.becomeAvailable();
      return desk;
    }),
  );
  if (!first || !second) throw new Error('two desks');
  const chat = new Chat(await (await browser.newContext({ locale: 'de-DE' })).newPage());
  await chat.open(baton.pageUrl('alpenrad'));
  await chat.say('Guten Tag, ich möchte bitte mit einem Menschen sprechen');
  await expect(chat.log.getByText(/Wir suchen jemanden/).first()).toBeVisible();
  for (const desk of [first, second]) {
    await desk.inbox
      .getByText(/Besucher/)
      .first()
      .click();
    await expect(claim(desk)).toBeVisible();
  }
  await Promise.all(
    [first, second].map((desk) =>
      claim(desk)
        .click({ timeout: 5_000 })
        .catch(() => undefined),
    ),
  );
  const owns = (desk: Desk) => desk.page.getByText('You own this').isVisible();
  await expect.poll(async () => [await owns(first), await owns(second)].filter(Boolean).length).toBe(1);
  const loser = (await owns(first)) ? second : first;
  await expect(
    loser.page.getByText(/(Emre Yılmaz|Greta Hofer)( has it|: | owns this conversation)/).first(),
  ).toBeVisible();
});
