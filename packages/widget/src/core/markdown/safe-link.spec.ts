import { describe, expect, it } from 'vitest';
import { safeLink } from './safe-link.js';

describe('safeLink', () => {
  it.each(['https://a.example', 'http://a.example/b?c=d#e', 'mailto:hello@a.example', 'tel:+4930123456'])(
    'lets %s through unchanged',
    (address) => expect(safeLink(address)).toBe(address),
  );

  it.each([
    'javascript:alert(1)',
    ' https://a.example',
    'https://a.example/ x',
    'https:///a.example',
    'https://user:pass@a.example',
    'ftp://a.example',
    'file:///etc/passwd',
    'mailto:',
    'https://a.example/"onclick="x',
    '',
  ])('A67: refuses %j', (address) => expect(safeLink(address)).toBeNull());
});
