import type { Greeting } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { fitsPage } from './fits-page.js';

const rule = (pages: readonly string[], campaigns: readonly string[] = []): Greeting => ({
  key: 'help',
  text: 'May I help?',
  pages,
  campaigns,
  afterSeconds: 5,
  whenLeaving: false,
});
const on = (path: string, campaign: string | null = null) => ({ path, campaign });

describe('fitsPage', () => {
  it.each([
    ['/pricing', '/pricing', true],
    ['/pricing', '/pricing/', false],
    ['/docs/*', '/docs/start', true],
    ['/docs/*', '/docs', false],
    ['*', '/', true],
    ['/*/pricing', '/de/pricing', true],
    ['/*/pricing', '/pricing', false],
    ['/a*b*c', '/a-b-b-c', true],
    ['/a*a', '/a', false],
    ['/p.cing', '/pxcing', false],
    ['/(a+)+$', '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', false],
  ])('%s on %s: %s', (pattern, path, fits) => {
    expect(fitsPage(rule([pattern]), on(path))).toBe(fits);
  });

  it('without pages it fits every page, with several any of them', () => {
    expect(fitsPage(rule([]), on('/anything'))).toBe(true);
    expect(fitsPage(rule(['/a', '/b']), on('/b'))).toBe(true);
  });

  it('with campaigns only who came by one of them, and page and campaign both have to fit', () => {
    expect(fitsPage(rule(['/a'], ['spring']), on('/a', 'spring'))).toBe(true);
    expect(fitsPage(rule(['/a'], ['spring']), on('/a', 'autumn'))).toBe(false);
    expect(fitsPage(rule(['/a'], ['spring']), on('/a'))).toBe(false);
    expect(fitsPage(rule(['/a'], ['spring']), on('/b', 'spring'))).toBe(false);
  });

  it('many stars take no time', () => {
    const before = performance.now();
    fitsPage(rule([`/${'*a'.repeat(90)}`]), on(`/${'a'.repeat(2_000)}b`));
    expect(performance.now() - before).toBeLessThan(50);
  });
});
