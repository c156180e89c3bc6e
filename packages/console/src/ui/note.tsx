import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import './note.css';

/** A line that says what happened and offers the next step. Problems are announced at once. */
export function Note(props: {
  readonly tone: 'info' | 'positive' | 'warning' | 'danger';
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  const urgent = props.tone === 'danger' || props.tone === 'warning';
  return (
    <div class={`note ${props.tone}`} role={urgent ? 'alert' : 'status'}>
      <Icon name={urgent ? 'alert' : props.tone === 'positive' ? 'accept' : 'chat'} />
      <div class="note-words">{props.children}</div>
      {props.action}
    </div>
  );
}
