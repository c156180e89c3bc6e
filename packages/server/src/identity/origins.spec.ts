import { describe, expect, it } from 'vitest';
import { parseOrigin } from './origins.js';

describe('A25: an origin is one only as browsers write it', () => {
  it.each([
    'https://www.tidewater.example',
    'https://www.tidewater.example:8443',
    'http://localhost:8321',
    'http://demo.localhost',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])('%s is one', (header) => {
    expect(parseOrigin(header)).toBe(header);
  });

  it.each([
    [undefined],
    [''],
    ['null'],
    ['*'],
    ['www.tidewater.example'],
    ['https://www.tidewater.example/'],
    ['https://www.tidewater.example/path'],
    ['https://WWW.tidewater.example'],
    ['https://www.tidewater.example:443'],
    ['https://user@www.tidewater.example'],
    ['http://www.tidewater.example'],
    ['http://localhost.evil.example'],
    ['http://127.0.0.1.evil.example'],
    ['file:///etc/passwd'],
    ['chrome-extension://abcdefghijklmnop'],
  ])('%s is none', (header) => {
    expect(parseOrigin(header)).toBeNull();
  });
});
