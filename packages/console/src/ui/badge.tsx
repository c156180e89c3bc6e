import type { ComponentChildren } from 'preact';
import './marks.css';

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}
