import { expect, it } from 'vitest';
import { maskContactDetails } from './mask-contact-details.js';

it.each([
  ['write to dana.winter+x@brightwell-dental.co.uk, please', 'write to [email], please'],
  ['call +49 (30) 901-820 or 020 7946 0233', 'call [number] or [number]'],
  ['card 4111 1111 1111 1111', 'card [number]'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN DE[number]'],
  ['40 people, 1,500 to 1,800 GBP by 2026-11-20', '40 people, 1,500 to 1,800 GBP by 2026-11-20'],
])('A101: "%s"', (text, masked) => expect(maskContactDetails(text)).toBe(masked));
