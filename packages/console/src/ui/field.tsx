import { type ComponentChildren, cloneElement, type VNode } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** A labelled field with its hint and error tied to it. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly children: VNode<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note: ComponentChildren = props.error ?? props.hint;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {cloneElement(props.children, {
        id,
        ...(note ? { 'aria-describedby': noteId } : {}),
        ...(props.error ? { 'aria-invalid': true } : {}),
      })}
      {note && (
        <p id={noteId} class={props.error ? 'field-error' : 'field-hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
