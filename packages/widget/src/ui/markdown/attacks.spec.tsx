// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import attacks from '../../../test/attack-payloads.json' with { type: 'json' };
import { plainText } from '../../core/markdown/plain-text.js';
import { render } from '../../view/render.js';
import { jsx } from '../../view/vnode.js';
import { Markdown } from './markdown.js';

/** A file with further strings as a JSON list, for instance a public collection; it stays outside of this repository. */
const FURTHER = process.env['ATTACK_STRINGS'];
const further: readonly string[] =
  FURTHER && existsSync(FURTHER) ? JSON.parse(readFileSync(FURTHER, 'utf8')) : [];

const ALLOWED = new Set(['P', 'BR', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'A', 'H2', 'SPAN', 'TIME']);
const ATTRIBUTES = new Set(['href', 'target', 'rel', 'title', 'start']);

/** What would act in these nodes: elements that are none of ours, handlers, styles, addresses of other kinds. */
function findActive(box: Element): readonly string[] {
  return [...box.querySelectorAll('*')].flatMap((element) => {
    const found = ALLOWED.has(element.tagName) ? [] : [element.tagName];
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) found.push(`${element.tagName} ${name}`);
      if (name === 'href' && !/^(https?:\/\/[^/@\s"<>\\]+(\/|$|[?#:])|mailto:.|tel:[+\d(])/i.test(value))
        found.push(value);
    }
    return found;
  });
}

function show(child: unknown): Element {
  const box = document.createElement('div');
  render(child as never, box);
  return box;
}

describe('A66, A67, A69: attack strings', () => {
  it('are at least 200, all different, and our own', () => {
    expect(new Set(attacks).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(200);
  });

  it.each([
    ['ours', attacks],
    ['further ones', further],
  ])('%s: as a message they make no active node and no picture', (_, texts) => {
    for (const text of texts) {
      const box = show(jsx(Markdown as never, { text }));
      expect([text, findActive(box)]).toEqual([text, []]);
      expect(Reflect.get(globalThis, '__hit')).toBeUndefined();
    }
  });

  it.each([
    ['ours', attacks],
    ['further ones', further],
  ])('%s: as a name, a title or a quick reply they are text', (_, texts) => {
    for (const text of texts) {
      const box = show(jsx('h2', { title: text, children: text }));
      expect(box.querySelectorAll('*')).toHaveLength(1);
      expect(box.textContent).toBe(text);
      expect(box.querySelector('h2')?.getAttribute('title')).toBe(text);
    }
  });

  it('lose nothing of what they say that a reader would see', () => {
    for (const text of attacks) {
      if (!/[[\]*_`#>|~-]|^\d+\./.test(text) && text.trim()) {
        expect(show(jsx(Markdown as never, { text })).textContent?.replace(/\s/g, '')).toBe(
          text.replace(/\s/g, ''),
        );
      }
      expect(typeof plainText(text)).toBe('string');
    }
  });
});
