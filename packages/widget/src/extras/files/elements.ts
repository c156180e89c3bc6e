import type { VNode } from 'preact';
import type { ExtrasTools } from '../extras-tools.js';

type Child = unknown;

/** An element or a component with its props and children; `key` among the props. */
export type Elements = <P extends object>(
  type: string | ((props: P) => unknown),
  props: P | Readonly<Record<string, unknown>>,
  ...children: readonly Child[]
) => VNode;

/** What JSX is compiled to, handed over by the chat, as a function to be called by hand. */
export function elementsBy(jsx: ExtrasTools['jsx']): Elements {
  return (type, props, ...children) => {
    const key = 'key' in props ? String(props.key) : undefined;
    return jsx(type as Parameters<typeof jsx>[0], { ...props, children } as Parameters<typeof jsx>[1], key);
  };
}
