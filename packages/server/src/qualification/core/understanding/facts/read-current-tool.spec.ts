import { describe, expect, it } from 'vitest';
import { readOne } from '../../../../../test/read-one.js';
import { readCurrentTool } from './read-current-tool.js';

describe('readCurrentTool', () => {
  it.each([
    ['Calendly. its fine but no shared inbox', 'Calendly'],
    ['zendesk for two n gorgias for the third.. all diff logins', 'zendesk, gorgias'],
    ['sap n a LOT of outlook', 'sap, outlook'],
    ['halo. before that connectwise, never again', 'halo'],
    ['in a thing called SightDesk', 'SightDesk'],
    ['Only Thunderbird.', 'Thunderbird'],
  ])('reads the answer "%s"', (text, tools) => {
    expect(readOne(readCurrentTool, text, { asked: 'current_tool' })?.value).toBe(tools);
  });

  it.each([
    ['en', "We're on ServiceM8 now, it's alright", 'ServiceM8'],
    ['en', 'the booking thing we use (fresha) keeps failing', 'fresha'],
    ['en', 'everything on paper like 1995', 'paper'],
    ['en', 'the rota lives in a Google Sheet that everybody edits', 'Google Sheet'],
    ['nl', 'dan stopt ons contract met TOPdesk', 'TOPdesk'],
    ['es', 'lo de Zendesk nos vence en febrero', 'Zendesk'],
    ['en', 'currently on Freshdesk, contract ends in May', 'Freshdesk'],
    ['en', "we've been using Calendly for two years", 'Calendly'],
    ['en', 'Zendesk is what we have today', 'Zendesk'],
    ['en', 'everything lives in a shared Google Sheet', 'Google Sheet'],
    ['en', 'we do it all by hand in a paper diary', 'paper diary'],
    ['de', 'Im Moment Excel und viel Telefon', 'Excel'],
    ['de', 'Termine stehen bei uns im Papierkalender', 'Papierkalender'],
    ['de', 'wir wollen weg von Zendesk', 'Zendesk'],
  ])('reads it unasked from "%s: %s"', (language, text, tool) => {
    expect(readOne(readCurrentTool, text, { language })?.value).toBe(tool);
  });

  it.each([
    ['an integration', 'do you integrate with Outlook?'],
    ['a former tool', 'we used to be on Zendesk'],
    ['a wish', 'we want everything in one inbox'],
    ['nothing', 'nothing yet'],
  ])('does not take %s for a tool in use', (_what, text) => {
    expect(readOne(readCurrentTool, text)).toBeUndefined();
  });
});
