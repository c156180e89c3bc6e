import { z } from 'zod';
import { LIMITS } from '../protocol.js';
import type { GreetingRule, WidgetSettings } from '../widget-settings.js';
import {
  WIDGET_LANGUAGES,
  WIDGET_TEXTS,
  type WidgetTextKey,
  type WidgetTextOverrides,
} from '../widget-texts.js';

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(
      (text) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text),
      'holds characters that cannot be stored',
    );

/** By language: `en` is what everybody else reads. */
const localized = (most: number) =>
  z
    .object({ en: words(most) })
    .catchall(words(most))
    .refine(namesLanguages, 'names languages as de or pt-BR');

const consent = z.strictObject({
  text: localized(LIMITS.consentCharacters),
  link: z
    .url({ protocol: /^https$/, error: 'is not an https address' })
    .max(LIMITS.pageCharacters)
    .nullable(),
});

const oneLanguage = z
  .partialRecord(z.enum(Object.keys(WIDGET_TEXTS)), words(LIMITS.widgetTextCharacters))
  .superRefine((texts, context) => {
    for (const [key, text] of Object.entries(texts)) {
      const places: readonly string[] = WIDGET_TEXTS[key as WidgetTextKey];
      for (const [, place = ''] of (text ?? '').matchAll(/\{(\w+)\}/g)) {
        if (!places.includes(place))
          context.addIssue({ code: 'custom', path: [key], message: `has no place {${place}} to fill in` });
      }
    }
  });
const overrides = z.partialRecord(
  z.enum(WIDGET_LANGUAGES),
  oneLanguage,
) as unknown as z.ZodType<WidgetTextOverrides>;

const list = (pattern: RegExp, message: string) =>
  z.array(z.string().trim().min(1).max(200).regex(pattern, message)).max(20);

const greeting: z.ZodType<GreetingRule> = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not a name such as pricing-help'),
    text: localized(LIMITS.greetingCharacters),
    pages: list(/^(\/|\*)\S*$/, 'is not a path such as /pricing or /docs/*'),
    campaigns: list(/^\S+$/, 'is not the name of a campaign'),
    afterSeconds: z.int().min(1).max(3_600).nullable(),
    whenLeaving: z.boolean(),
  })
  .refine(
    ({ afterSeconds, whenLeaving }) => afterSeconds !== null || whenLeaving,
    'says neither after how many seconds nor on leaving',
  );
const greetings = z
  .array(greeting)
  .max(20)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'has a key twice');

/** What is stored with a site. What is left out is as if nothing had been set. */
export const widgetSettingsSchema: z.ZodType<WidgetSettings> = z.strictObject({
  consent: consent.nullable().default(null),
  texts: overrides.default({}),
  greetings: greetings.default([]),
});

function namesLanguages(texts: object): boolean {
  return Object.keys(texts).every((language) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language));
}
