import { describe, expect, it } from 'vitest';
import { VNode } from '../../view/vnode.js';
import { Markdown, OutsideLink } from './markdown.js';

/** Every element that a component returns, components themselves resolved. */
function elementsOf(child: unknown): { type: string; props: Record<string, unknown> }[] {
  if (Array.isArray(child)) return child.flatMap(elementsOf);
  if (!(child instanceof VNode)) return [];
  const { type, props } = child;
  if (type === OutsideLink) return elementsOf(OutsideLink(Object(props)));
  const below = elementsOf(Object(props).children);
  return typeof type === 'string' ? [{ type, props: Object(props) }, ...below] : below;
}

describe('Markdown', () => {
  it('A66, A68: makes none but its own few elements and never sets HTML', () => {
    const text =
      '<svg onload=alert(1)>\n\n- **a** *b* `c` <iframe>\n\n1. https://a.example\nx\ny ![z](https://b.example)';
    const elements = elementsOf(Markdown({ text }));
    const allowed = ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a'];
    expect(elements.map(({ type }) => type).filter((type) => !allowed.includes(type))).toEqual([]);
    expect(JSON.stringify(elements)).not.toMatch(/dangerouslySetInnerHTML|"on[a-z]+":/i);
  });

  it('A67: links tell the other side nothing and get no hold of this window', () => {
    const [link] = elementsOf(Markdown({ text: '[a](https://a.example)' })).filter(
      ({ type }) => type === 'a',
    );
    expect(link?.props).toMatchObject({
      href: 'https://a.example',
      rel: 'noopener noreferrer nofollow',
      target: '_blank',
      title: 'https://a.example',
    });
  });
});
