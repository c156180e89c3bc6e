import { expect, it } from 'vitest';
import { seniorityOf } from './seniority-of.js';

it.each([
  ['Managing Director', 'top'],
  ['Chief Operating Officer', 'top'],
  ['co-founder and CTO', 'top'],
  ['Geschäftsführerin', 'top'],
  ['Head of Guest Services', 'head'],
  ['VP Sales', 'head'],
  ['Bereichsleiter Service', 'head'],
  ['operations manager', 'lead'],
  ['Teamleiterin', 'lead'],
  ['receptionist', 'staff'],
  ['assistant to the CEO', 'staff'],
])('%s is %s', (title, seniority) => {
  expect(seniorityOf(title)).toBe(seniority);
});
