import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadBaton } from './load-baton.js';

const OPTIONS = { server: 'https://chat.example.com', site: 'shop' };

/** As much of a page as script tags need. */
function stubPage() {
  const scripts: { src: string; remove(): void }[] = [];
  const page: { Baton?: unknown } = {};
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', {
    scripts,
    createElement: () => ({
      dataset: {},
      remove() {
        scripts.splice(scripts.indexOf(this as never), 1);
      },
    }),
    head: { append: (script: (typeof scripts)[number]) => scripts.push(script) },
  });
  return { scripts, page };
}
afterEach(() => vi.unstubAllGlobals());

describe('loadBaton', () => {
  it('does nothing where there is no page, whatever is called', () => {
    const baton = loadBaton(OPTIONS);
    baton.on('unread', () => undefined)();
    baton.destroy();
    expect(loadBaton(OPTIONS)).toBeDefined();
  });

  it('a component that goes and comes back before the loader has run keeps its widget', () => {
    const { scripts, page } = stubPage();
    loadBaton(OPTIONS).destroy();
    expect(page.Baton).toEqual([['destroy']]);
    loadBaton(OPTIONS).open();
    expect(page.Baton).toEqual([['open', undefined]]);
    expect(scripts).toHaveLength(1);
  });

  it('after the end of a widget the tag is put in anew, so that the loader runs once more', () => {
    const { scripts, page } = stubPage();
    const baton = loadBaton(OPTIONS);
    const push = vi.fn();
    page.Baton = { push };
    baton.destroy();
    expect(push).toHaveBeenCalledWith(['destroy']);
    expect(scripts).toHaveLength(0);
    delete page.Baton;
    loadBaton(OPTIONS);
    expect(scripts).toHaveLength(1);
  });
});
