import type { ConnectionState } from '@baton/client';
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { explainConnection } from './explain-connection.js';

const EMBEDDING = {
  server: 'https://chat.example/widget/loader.js',
  site: 'k1',
  origin: 'https://shop.example',
};
const waiting = (attempt: number): ConnectionState => ({ kind: 'waiting', retryAt: 0, attempt });
const refused: ConnectionState = { kind: 'stopped', error: { code: 'site_refused', message: '' } };

function told(...states: readonly ConnectionState[]): readonly string[] {
  const connection = signal<ConnectionState>({ kind: 'idle' });
  const words: string[] = [];
  const stop = explainConnection(connection, EMBEDDING, (each) => words.push(each));
  for (const state of states) connection.value = state;
  stop();
  connection.value = refused;
  return words;
}

it('names the server, the origin and the key once the second attempt has failed', () => {
  expect(told(waiting(1))).toEqual([]);
  const [words, ...more] = told(waiting(1), waiting(2), waiting(3), refused);
  expect(more).toEqual([]);
  for (const part of ['https://chat.example', 'https://shop.example', '"k1"']) expect(words).toContain(part);
});

it('tells a refusal at once, and nothing about a connection that once stood', () => {
  expect(told(refused)).toHaveLength(1);
  expect(told({ kind: 'online' }, waiting(1), waiting(2))).toEqual([]);
});
