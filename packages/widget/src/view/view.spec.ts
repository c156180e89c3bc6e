// @vitest-environment happy-dom
import * as preactSignals from '@preact/signals';
import fc from 'fast-check';
import * as preact from 'preact';
import * as preactHooks from 'preact/hooks';
import { jsx as preactJsx } from 'preact/jsx-runtime';
import { afterEach, describe, expect, it } from 'vitest';
import * as hooks from './hooks.js';
import { render } from './render.js';
import { signal } from './signals.js';
import { Fragment, jsx } from './vnode.js';

/** The part of Preact that the widget uses, as both sides offer it. */
interface Toolkit {
  // biome-ignore lint/suspicious/noExplicitAny: two families of types that have to behave alike
  [name: string]: any;
}

const OURS: Toolkit = { jsx, Fragment, render, signal, ...hooks, useEffect: hooks.useLayoutEffect };
const PREACT: Toolkit = {
  jsx: preactJsx,
  Fragment: preact.Fragment,
  render: preact.render,
  signal: preactSignals.signal,
  ...preactHooks,
  useSignal: preactSignals.useSignal,
};

let box = document.createElement('div');
afterEach(() => {
  box = document.createElement('div');
});

/** Until what was put off has been drawn and its effects have run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 30);
  });
}

/** As the reader sees it: Preact has no empty texts, so neither does the comparison. */
const html = () => box.innerHTML;

describe.each([
  ['ours', OURS],
  ['Preact', PREACT],
])('views: %s', (_, kit) => {
  const h = kit['jsx'];
  const show = (child: unknown) => kit['render'](child, box);

  it('shows text, numbers, lists and fragments, and nothing for null and booleans', () => {
    const list = [h('i', { children: 'b' }), 'c'];
    show(
      h('p', {
        children: ['a', 1, null, false, true, undefined, list, h(kit['Fragment'], { children: 'd' })],
      }),
    );
    expect(html()).toBe('<p>a1<i>b</i>cd</p>');
  });

  it('shows text as text', () => {
    show(h('p', { title: '"><script>', children: '<img src=x onerror=alert(1)>' }));
    expect(box.querySelectorAll('img, script')).toHaveLength(0);
    expect(box.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('A68: an object that looks like an element makes none', () => {
    const forged = JSON.parse(
      '{"type":"img","props":{"src":"x","children":"y"},"key":null,"constructor":null}',
    );
    try {
      show(h('p', { children: [forged] }));
    } catch {
      // To refuse is as good as to show nothing of it.
    }
    expect(box.querySelectorAll('img')).toHaveLength(0);
  });

  it('sets and takes away attributes; "false" is a word for ARIA and an absence elsewhere', () => {
    const button = (props: object) => show(h('button', { type: 'button', ...props }));
    button({ 'aria-expanded': false, disabled: true, tabIndex: -1, title: 'x', 'data-key': 'k' });
    const element = box.querySelector('button');
    expect(element?.getAttribute('aria-expanded')).toBe('false');
    expect([element?.disabled, element?.tabIndex, element?.title, element?.dataset['key']]).toEqual([
      true,
      -1,
      'x',
      'k',
    ]);
    button({ 'aria-expanded': true, disabled: false, title: undefined });
    expect(box.querySelector('button')).toBe(element);
    expect(element?.getAttribute('aria-expanded')).toBe('true');
    expect([element?.disabled, element?.title, element?.dataset['key']]).toEqual([false, '', undefined]);
  });

  it('draws in the name space of drawings, and leaves it again', () => {
    show(
      h('p', {
        children: [h('svg', { viewBox: '0 0 1 1', children: h('path', { d: 'M0 0' }) }), h('i', {})],
      }),
    );
    expect(box.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(box.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1 1');
    expect(box.querySelector('i')?.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
  });

  it('handles events with the latest function, and with none after it is gone', () => {
    const heard: string[] = [];
    show(h('button', { onClick: () => heard.push('first') }));
    show(h('button', { onClick: () => heard.push('second') }));
    box.querySelector('button')?.click();
    show(h('button', {}));
    box.querySelector('button')?.click();
    expect(heard).toEqual(['second']);
  });

  it('writes into a field only what the program says, also over what was typed', () => {
    show(h('input', { value: 'a' }));
    const input = box.querySelector('input');
    if (input) input.value = 'typed';
    show(h('input', { value: 'a' }));
    expect(input?.value).toBe('a');
  });

  it('keeps the nodes of keys through every move', () => {
    const item = (key: string) => h('li', { children: key }, key);
    show(h('ul', { children: ['a', 'b', 'c'].map(item) }));
    const before = new Map([...box.querySelectorAll('li')].map((li) => [li.textContent, li]));
    show(h('ul', { children: ['c', 'x', 'a', 'b'].map(item) }));
    expect(html()).toBe('<ul><li>c</li><li>x</li><li>a</li><li>b</li></ul>');
    for (const li of box.querySelectorAll('li')) expect(li).toBe(before.get(li.textContent) ?? li);
  });

  it('a place that shows something or nothing moves nothing beside it', () => {
    const page = (on: boolean) =>
      show(h('div', { children: [on && h('i', {}), h('b', {}), on ? 'x' : null, h('u', {})] }));
    page(false);
    const [bold, underlined] = [box.querySelector('b'), box.querySelector('u')];
    page(true);
    expect(html()).toBe('<div><i></i><b></b>x<u></u></div>');
    page(false);
    expect([box.querySelector('b'), box.querySelector('u')]).toEqual([bold, underlined]);
  });

  it('a component is drawn again when a signal that it read changes, and its neighbours are not', async () => {
    const count = kit['signal'](0);
    const drawn: string[] = [];
    const Count = () => {
      drawn.push('count');
      return h('b', { children: count.value });
    };
    const Still = () => {
      drawn.push('still');
      return h(Count, {});
    };
    show(h(Still, {}));
    count.value = 1;
    count.value = 2;
    await settled();
    expect(html()).toBe('<b>2</b>');
    expect(drawn).toEqual(['still', 'count', 'count']);
  });

  it('a signal between tags shows its value', async () => {
    const name = kit['signal']('Mara');
    show(h('p', { children: ['Hello ', name] }));
    name.value = 'Juan';
    await settled();
    expect(box.textContent).toBe('Hello Juan');
  });

  it('components that show several things, or nothing, stay in their place', async () => {
    const on = kit['signal'](false);
    const Middle = () => on.value && [h('i', {}, 1), h('u', {}, 2)];
    show(h('p', { children: [h('a', {}), h(Middle, {}), h('b', {})] }));
    on.value = true;
    await settled();
    expect(html()).toBe('<p><a></a><i></i><u></u><b></b></p>');
    on.value = false;
    await settled();
    expect(html()).toBe('<p><a></a><b></b></p>');
  });

  it('hooks remember, count, compare and clean up', async () => {
    const told: string[] = [];
    const Counter = ({ name }: { name: string }) => {
      const [count, setCount] = kit['useState'](0);
      const open = kit['useSignal'](false);
      const button = kit['useRef'](null);
      const upper = kit['useMemo'](() => {
        told.push(`made ${name}`);
        return name.toUpperCase();
      }, [name]);
      kit['useLayoutEffect'](() => {
        told.push(`on ${name} ${button.current?.tagName}`);
        return () => told.push(`off ${name}`);
      }, [name]);
      return h('button', {
        ref: button,
        onClick: () => {
          setCount((before: number) => before + 1);
          open.value = !open.value;
        },
        children: [upper, count, open.value && '!'],
      });
    };
    show(h(Counter, { name: 'a' }));
    box.querySelector('button')?.click();
    await settled();
    expect(box.textContent).toBe('A1!');
    show(h(Counter, { name: 'b' }));
    await settled();
    expect(box.textContent).toBe('B1!');
    show(null);
    await settled();
    expect(told).toEqual(['made a', 'on a BUTTON', 'made b', 'off a', 'on b BUTTON', 'off b']);
    expect(html()).toBe('');
  });

  it('what has gone is not drawn again, and its references are empty', async () => {
    const on = kit['signal'](true);
    const count = kit['signal'](0);
    const reference = { current: null };
    let drawn = 0;
    const Child = () => {
      drawn += 1;
      return h('b', { ref: reference, children: count.value });
    };
    const Parent = () => (on.value ? h(Child, {}) : null);
    show(h(Parent, {}));
    expect(reference.current).toBe(box.querySelector('b'));
    count.value = 1;
    on.value = false;
    await settled();
    count.value = 2;
    await settled();
    expect([drawn, reference.current, html()]).toEqual([1, null, '']);
  });

  it('comes to the same page from any page', () => {
    const leaf = fc.oneof(
      fc.constantFrom(null, false, 'x', 'y', ''),
      fc.record({
        tag: fc.constantFrom('i', 'b', 'many', 'none'),
        key: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
      }),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie('tree')), { maxLength: 6 }),
    }));
    const components: Record<string, unknown> = {
      many: ({ children }: { children: unknown }) => ['<', children, h('u', {}), '>'],
      none: () => null,
    };
    // biome-ignore lint/suspicious/noExplicitAny: generated
    const build = (node: any, taken: Set<number>): any => {
      if (Array.isArray(node)) {
        const own = new Set<number>();
        return node.map((below) => build(below, own));
      }
      if (node === null || typeof node !== 'object') return node;
      const key = taken.has(node.key) ? undefined : node.key;
      if (key !== undefined) taken.add(key);
      return h(components[node.tag] ?? node.tag, { class: node.tag, children: [`${node.key}`] }, key);
    };
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (pages) => {
        box = document.createElement('div');
        for (const page of pages) show(h('p', { children: build(page, new Set()) }));
        const reached = html();
        const last = pages.at(-1);
        box = document.createElement('div');
        show(h('p', { children: build(last, new Set()) }));
        expect(reached).toBe(html());
      }),
      { numRuns: 120, seed: 11 },
    );
  });
});
