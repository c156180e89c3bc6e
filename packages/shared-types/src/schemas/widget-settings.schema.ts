import { z } from 'zod';
import { LIMITS } from '../protocol.js';
import type { WidgetSettings } from '../widget-settings.js';

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

/** What is stored with a site. What is left out is as if nothing had been set. */
export const widgetSettingsSchema: z.ZodType<WidgetSettings> = z.strictObject({
  consent: consent.nullable().default(null),
});

function namesLanguages(texts: object): boolean {
  return Object.keys(texts).every((language) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language));
}
