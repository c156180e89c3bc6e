import { domNodes } from '../platform/dom-nodes.js';
import { setAttributes } from './attributes.js';
import { drawSoon, type Instance, isDone, runWithHooks } from './instance.js';
import { effect, untracked } from './signals.js';
import { type Child, type Component, listChildren, type Props, type VNode } from './vnode.js';

/** What stands on the page for one node. */
interface Part {
  vnode: VNode;
  /** The element or text; of a component an empty text behind what it shows. */
  readonly dom: Node;
  /** What is below the element, or what the component shows. */
  parts: Parts;
  /** Only components have them. */
  draw?(): void;
  end?(): void;
}

/** One for each place; null where nothing is shown. */
export type Parts = readonly (Part | null)[];

/** Where children stand. */
export interface Place {
  readonly box: Node;
  /** What follows them; null at the end of the box. */
  readonly next: Node | null;
  /** Depth among the components. */
  readonly level: number;
}

/** Turns what stands at a place into what is wanted there. Nodes of the same kind and key, or place, stay. */
export function reconcile(place: Place, before: Parts, children: Child): Parts {
  const left = new Set(before);
  const keyed = new Map(before.map((part) => [part?.vnode.key, part]));
  const parts = listChildren(children).map((vnode, index) => {
    if (!vnode) return null;
    const part = vnode.key === undefined ? before[index] : keyed.get(vnode.key);
    if (part?.vnode.type !== vnode.type || part.vnode.key !== vnode.key || !left.delete(part)) {
      return mount(vnode, place);
    }
    update(part, vnode, place.level);
    return part;
  });
  for (const part of left) if (part) remove(part);
  arrange(place, parts);
  return parts;
}

function mount(vnode: VNode, { box, level }: Place): Part {
  const { type, props } = vnode;
  if (type === null) return { vnode, dom: domNodes.text(`${props['text']}`), parts: [] };
  if (typeof type === 'function') return mountComponent(vnode, type, level + 1);
  const dom = domNodes.element(type, type === 'svg' || box instanceof SVGElement);
  setAttributes(dom, {}, props);
  const parts = reconcile({ box: dom, next: null, level }, [], props.children);
  setReference(props, dom);
  return { vnode, dom, parts };
}

function mountComponent(vnode: VNode, show: Component, level: number): Part {
  const dom = domNodes.text('');
  domNodes.fragment().append(dom);
  let stop: () => void = () => undefined;
  const instance: Instance = {
    level,
    slots: [],
    draw() {
      let isDrawn = false;
      stop();
      isDone(instance);
      stop = effect(() => {
        // The second run says that something has changed; a new effect will read again.
        if (isDrawn) return drawSoon(instance);
        isDrawn = true;
        const shown = runWithHooks(instance, () => show(part.vnode.props as never));
        untracked(() => {
          const box = dom.parentNode;
          if (box) part.parts = reconcile({ box, next: dom, level }, part.parts, shown);
        });
      });
    },
  };
  const part: Part = {
    vnode,
    dom,
    parts: [],
    draw: instance.draw,
    end() {
      stop();
      isDone(instance);
      for (const slot of instance.slots) slot.end?.();
    },
  };
  instance.draw();
  return part;
}

function update(part: Part, vnode: VNode, level: number): void {
  const { dom, vnode: before } = part;
  const { props } = vnode;
  part.vnode = vnode;
  if (part.draw) {
    if (differ(before.props, props)) part.draw();
  } else if (dom instanceof Element) {
    setAttributes(dom, before.props, props);
    part.parts = reconcile({ box: dom, next: null, level }, part.parts, props.children);
    if (before.props['ref'] !== props['ref']) setReference(props, dom);
  } else if (differ(before.props, props)) {
    dom.nodeValue = `${props['text']}`;
  }
}

/** Takes a part off the page. */
function remove(part: Part): void {
  release(part);
  for (const node of nodesOf(part)) node.parentNode?.removeChild(node);
}

function release(part: Part): void {
  part.end?.();
  for (const below of part.parts) if (below) release(below);
  if (!part.end) setReference(part.vnode.props, null);
}

/** Moves only what does not stand where it should: moving takes away focus and scroll position. */
function arrange({ box, next }: Place, parts: Parts): void {
  let following = next;
  for (const part of [...parts].reverse()) {
    if (!part) continue;
    const nodes = nodesOf(part);
    if (part.dom.parentNode !== box || part.dom.nextSibling !== following) {
      for (const node of nodes) box.insertBefore(node, following);
    }
    following = nodes[0] ?? following;
  }
}

function nodesOf({ dom, parts, draw }: Part): readonly Node[] {
  return draw ? [...parts.flatMap((part) => (part ? nodesOf(part) : [])), dom] : [dom];
}

function setReference({ ref }: Props, dom: Node | null): void {
  if (typeof ref === 'function') ref(dom);
  else if (ref) Reflect.set(Object(ref), 'current', dom);
}

function differ(a: Props, b: Props): boolean {
  return Object.keys({ ...a, ...b }).some((name) => a[name] !== b[name]);
}
