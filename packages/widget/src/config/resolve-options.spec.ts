import { describe, expect, it } from 'vitest';
import { resolveOptions } from './resolve-options.js';

const FALLBACK = { server: 'https://chat.example.com/widget/loader.js', locale: 'de-AT' };

describe('resolveOptions', () => {
  it('takes the server from the script and the language from the page', () => {
    expect(resolveOptions({ site: 'k' }, FALLBACK)).toEqual({
      site: 'k',
      server: 'https://chat.example.com',
      locale: 'de-AT',
    });
  });

  it('lets the page decide, and keeps what else it says', () => {
    const given = {
      site: 'k',
      server: 'https://other.example/some/path',
      locale: 'fr',
      theme: 'dark',
      personal: true,
    };
    expect(resolveOptions(given, FALLBACK)).toEqual({ ...given, server: 'https://other.example' });
  });

  it('an attribute without a value is none', () => {
    expect(resolveOptions({ site: 'k', server: '', locale: '' }, FALLBACK)).toMatchObject({
      server: 'https://chat.example.com',
      locale: 'de-AT',
    });
  });

  it('refuses a server that is no address', () => {
    expect(() => resolveOptions({ site: 'k', server: 'no address' }, FALLBACK)).toThrow();
  });
});
