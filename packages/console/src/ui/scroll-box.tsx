import type { ComponentChildren } from 'preact';

/** A named box that scrolls by itself: by pointer, and by keyboard once it has the focus. */
export function ScrollBox(props: { label: string; class: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section class={`${props.class} scroll`} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
