import { expect, test } from 'vitest';
import { foldText } from '../text/fold-text.js';
import { CUSTOMER_ERRAND } from './customer-errands.js';

test.each([
  'can you help me cancel my order?',
  'I need to change the delivery address of my parcel',
  'where is my refund',
  'please send me a copy of the last invoice, I want to download the invoice',
  'I forgot my password',
  'delete our account',
  'Ich möchte meine Bestellung stornieren',
])('somebody has something already: %s', (text) => {
  expect(CUSTOMER_ERRAND.test(foldText(text))).toBe(true);
});

test.each([
  'We want to order 40 seats',
  'how do I get a quote?',
  'we need a tool that tracks parcels',
  'what does it cost for 12 agents?',
  'can customers book appointments?',
])('a lead: %s', (text) => {
  expect(CUSTOMER_ERRAND.test(foldText(text))).toBe(false);
});
