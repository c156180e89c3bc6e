import type { ReadonlySignal } from './signals.js';

/** What JSX makes. A class, so that no object out of a message can pass for one. */
export class VNode {
  constructor(
    /** A tag, a component, or null for text. */
    readonly type: string | Component | null,
    readonly props: Props,
    readonly key: unknown,
  ) {}
}

export interface Props {
  readonly children?: Child | undefined;
  readonly [name: string]: unknown;
}

/** A function of its properties; may use the hooks. */
export type Component = (props: never) => Child;

/** Whatever JSX allows between tags. `null`, `undefined` and booleans show nothing. */
export type Child =
  | VNode
  | ReadonlySignal<unknown>
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Child[];

/** What the compiler writes for `<type …props/>`. */
export function jsx(type: string | Component, props: Props, key?: unknown): VNode {
  return new VNode(type, props, key);
}

export function Fragment({ children }: Props): Child {
  return children;
}

/** One node per place, null where nothing is shown: a place keeps its number whatever stands in the others. */
export function listChildren(children: Child): readonly (VNode | null)[] {
  return (Array.isArray(children) ? children : [children]).map(toVNode);
}

function toVNode(child: Child): VNode | null {
  if (child === null || child === undefined || typeof child === 'boolean') return null;
  if (child instanceof VNode) return child;
  if (isList(child)) return new VNode(Fragment, { children: child }, undefined);
  if (typeof child === 'object' && 'peek' in child) return new VNode(Reading, { of: child }, undefined);
  return new VNode(null, { text: `${child}` }, undefined);
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** A signal between tags shows its value and follows it. */
function Reading({ of }: { readonly of: ReadonlySignal<Child> }): Child {
  return of.value;
}
