import { type Browser, expect } from '@playwright/test';
import type { Baton } from './baton.js';
import { Chat } from './chat.js';
import { Desk } from './desk.js';

/** The lines a visitor types, as people type them, and what has to be read from them. */
export const LINES = [
  'hi there, do you integrate with outlook?',
  'we are looking for appointment reminders for our vet clinics',
  "I'm Dana Whitfield, operations manager at Brightwell Vets",
  'there would be 14 of us using it',
  'we want to start in January',
  'you can reach me at dana@brightwellvets.example',
] as const;

const FACTS: readonly (readonly [label: RegExp, quote: string])[] = [
  [/^name$/i, 'Dana Whitfield'],
  [/e-?mail/i, 'dana@brightwellvets.example'],
  [/team size|people|users/i, '14 of us'],
  [/use case|purpose|use it for/i, 'appointment reminders'],
];

export interface TakeoverOptions {
  /** Looks closer while both sides are in the live chat. */
  readonly beforeReload?: (desk: Desk, chat: Chat) => Promise<void>;
}

/**
 * The whole way of one lead: the visitor writes on a host page of another origin, is qualified from free text,
 * an agent in a second browser takes over with everything in front of them, both talk, both reload.
 */
export async function walkTakeover(
  browser: Browser,
  baton: Baton,
  options: TakeoverOptions = {},
): Promise<void> {
  const agentContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const visitorContext = await browser.newContext();
  const desk = new Desk(await agentContext.newPage());
  const chat = new Chat(await visitorContext.newPage());
  await desk.signIn(baton.takeLink('tidewater', 'agent'));
  await desk.becomeAvailable();

  await chat.open(baton.pageUrl('tidewater'));
  expect(new URL(chat.page.url()).origin).not.toBe(baton.serverUrl);
  for (const line of LINES) await chat.sayAndHear(line);
  await expect(chat.own()).toHaveCount(LINES.length);
  await expect(chat.panel.getByText('Looking for a person', { exact: true })).toBeVisible();

  await desk.accept('Dana Whitfield');
  await expect(desk.bundle.getByText('Qualified', { exact: true }).first()).toBeVisible();
  for (const [label, quote] of FACTS) await expectEvidence(desk, label, quote);

  await expect(chat.log.getByText(/Tomás Reyes has joined/)).toBeVisible();
  const answers = await chat.from('Assistant').count();
  await desk.reply('Hi Dana, Tomás here. January works well for 14 people.');
  await expect(chat.from('Tomás Reyes').getByText('January works well')).toBeVisible();
  await chat.say('great, what would the first step be?');
  await expect(desk.thread.getByText('great, what would the first step be?')).toBeVisible();
  await desk.reply('A short call. I will send you two times.');
  await expect(chat.from('Tomás Reyes').getByText('two times')).toBeVisible();

  await options.beforeReload?.(desk, chat);
  await chat.page.reload();
  await expect(chat.from('Tomás Reyes').getByText('two times')).toBeVisible();
  await expect(chat.own()).toHaveCount(LINES.length + 1);
  await desk.page.reload();
  await expect(desk.thread.getByText('great, what would the first step be?')).toBeVisible();
  await expect(desk.thread.getByText('A short call. I will send you two times.')).toBeVisible();

  await chat.say('thank you, that helps a lot');
  await expect(desk.thread.getByText('thank you, that helps a lot')).toBeVisible();
  // One voice: long enough for a turn to have run, had there been one.
  await chat.page.waitForTimeout(2_000);
  expect(await chat.from('Assistant').count()).toBe(answers);
  await agentContext.close();
  await visitorContext.close();
}

/** A click on the fact jumps to the visitor's words and marks exactly them. */
async function expectEvidence(desk: Desk, label: RegExp, quote: string): Promise<void> {
  const fact = desk.bundle.locator('.fact', { has: desk.page.locator('dt', { hasText: label }) }).first();
  await fact.locator('dd button').first().click();
  await expect(desk.thread.locator('mark.active', { hasText: quote }).first()).toBeInViewport();
}
