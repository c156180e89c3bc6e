import { z } from 'zod';
import { LIMITS } from '../protocol.js';
import type { WidgetSettings } from '../widget-settings.js';
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

/** What is stored with a site. What is left out is as if nothing had been set. */
export const widgetSettingsSchema: z.ZodType<WidgetSettings> = z.strictObject({
  consent: consent.nullable().default(null),
  texts: overrides.default({}),
});

function namesLanguages(texts: object): boolean {
  return Object.keys(texts).every((language) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language));
}
