import type { ComponentChildren, Ref } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon.js';

export interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Required where there are no words inside. */
  readonly label?: string;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly id?: string;
  readonly class?: string;
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    children,
    look = 'plain',
    small = false,
    icon,
    label,
    busy = false,
    disabled = false,
    pressed,
  } = props;
  const bare = children === undefined;
  return (
    <button
      id={props.id}
      ref={props.ref ?? null}
      type={props.type ?? 'button'}
      class={`button ${look} ${small ? 'small' : ''} ${bare ? 'bare' : ''} ${props.class ?? ''}`}
      aria-label={label}
      title={bare ? label : undefined}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      disabled={disabled || busy}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
