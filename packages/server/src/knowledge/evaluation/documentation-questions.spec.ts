import { expect, test } from 'vitest';
import { isAnswer, parseDocumentationQuestions } from './documentation-questions.js';

const parse = (...lines: readonly string[]) =>
  parseDocumentationQuestions(['family\tsections\tquestion', ...lines, ''].join('\n'));

test('a question comes with its family, its package and every section that answers it', () => {
  expect(parse('terms\t/pino/api#level || /pino/lts\thow?')).toEqual([
    {
      question: 'how?',
      family: 'terms',
      packageName: 'pino',
      gold: [
        { page: '/pino/api', heading: 'level' },
        { page: '/pino/lts', heading: null },
      ],
    },
  ]);
});

test.each(['terms\t/pino/api', 'terms\t/pino/api\thow?\tmore', 'other\t/pino/api\thow?', 'terms\tapi\thow?'])(
  'a line that is none is named: %s',
  (line) => expect(() => parse(line)).toThrow(line),
);

test('a passage answers when a right heading is on its trail', () => {
  const [question] = parse('terms\t/npm/*#omit || /npm/ci#Example || /npm/view\thow?');
  if (!question) throw new Error('no question');
  const answers = (url: string, title: string) => isAnswer(question, { url, title });
  expect(answers('/npm/commands/npm-ci', 'npm-ci › Configuration › omit')).toBe(true);
  expect(answers('/npm/ci', 'npm-ci › Example › More')).toBe(true);
  expect(answers('/npm/view', 'npm-view')).toBe(true);
  expect(answers('/npm/ci', 'npm-ci › Examples')).toBe(false);
  expect(answers('/pino/ci', 'omit')).toBe(false);
  expect(isAnswer(question, undefined)).toBe(false);
});
