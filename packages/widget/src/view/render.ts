import { settle } from './instance.js';
import { type Parts, reconcile } from './reconcile.js';
import type { Child } from './vnode.js';

const shown = new WeakMap<Node, Parts>();

/** Shows `child` in an element, in place of what was rendered there before; null shows nothing. */
export function render(child: Child, box: Element): void {
  shown.set(box, reconcile({ box, next: null, level: 0 }, shown.get(box) ?? [], child));
  settle();
}
