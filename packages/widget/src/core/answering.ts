import type { ShownView } from './shown-view.js';

/** Who answers now, as the header says it. `unattended`: a person was asked for and nobody is there. */
export type Answering =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unattended' }
  | { readonly kind: 'agent'; readonly name: string };

export function whoAnswers(view: ShownView | null): Answering {
  if (!view || view.status === 'closed') return { kind: 'assistant' };
  switch (view.owner.kind) {
    case 'assistant':
      return { kind: 'assistant' };
    case 'queue':
      return { kind: view.handoff?.state === 'expired' ? 'unattended' : 'waiting' };
    case 'agent':
      return { kind: 'agent', name: view.owner.name };
  }
}
