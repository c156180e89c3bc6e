import { describe, expect, it } from 'vitest';
import { resolveOptions } from './resolve-options.js';

const fallback = { server: 'https://chat.example.com/widget/loader.js', locale: 'de-AT' };

describe('resolveOptions', () => {
  it('needs a site key', () => {
    expect(resolveOptions({}, fallback)).toBeNull();
    expect(resolveOptions({ site: '' }, fallback)).toBeNull();
  });

  it('takes the origin of the script and the language of the page when nothing else is said', () => {
    expect(resolveOptions({ site: 'key' }, fallback)).toEqual({
      site: 'key',
      server: 'https://chat.example.com',
      color: null,
      position: 'end',
      label: null,
      locale: 'de-AT',
      theme: 'auto',
    });
  });

  it('takes what the attributes say and keeps only the origin of the server', () => {
    const options = resolveOptions(
      {
        site: 'key',
        server: 'https://other.example/path/',
        position: 'start',
        theme: 'dark',
        color: 'teal',
        label: 'Ask',
      },
      fallback,
    );
    expect(options).toMatchObject({
      server: 'https://other.example',
      position: 'start',
      theme: 'dark',
      label: 'Ask',
    });
  });

  it('falls back where a value is not one of ours', () => {
    expect(resolveOptions({ site: 'key', position: 'middle', theme: 'neon' }, fallback)).toMatchObject({
      position: 'end',
      theme: 'auto',
    });
  });
});
