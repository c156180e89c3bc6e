import type { Props } from './vnode.js';

/** What the reader changes too, so that the attribute does not say how things stand. */
const LIVE = new Set(['value', 'checked']);
const NOT_ATTRIBUTES = new Set(['children', 'key', 'ref']);

/** Brings the attributes and event handlers of an element from `before` to `after`. */
export function setAttributes(element: Element, before: Props, after: Props): void {
  for (const name of Object.keys({ ...before, ...after })) {
    if (NOT_ATTRIBUTES.has(name)) continue;
    const value = after[name];
    if (LIVE.has(name)) {
      if (Reflect.get(element, name) !== value) Reflect.set(element, name, value ?? '');
    } else if (value === before[name]) continue;
    else if (name.startsWith('on')) Reflect.set(element, name.toLowerCase(), value ?? null);
    // An absent ARIA or data attribute means something else than "false".
    else if (value === undefined || value === null || (value === false && name[4] !== '-'))
      element.removeAttribute(name);
    else element.setAttribute(name, value === true && name[4] !== '-' ? '' : `${value}`);
  }
}
