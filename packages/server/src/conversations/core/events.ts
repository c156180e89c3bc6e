import {
  type Actor,
  type Audience,
  type EventDataByType,
  type EventType,
  type NewEvent,
  PUBLIC_EVENTS,
} from '@baton/shared-types';

/** Builds an event with the audience that its type has by default. */
export function newEvent<T extends EventType>(
  type: T,
  actor: Actor,
  data: EventDataByType[T],
  options: { readonly clientId?: string | null; readonly audience?: Audience } = {},
): NewEvent {
  return {
    type,
    actor,
    audience: options.audience ?? (PUBLIC_EVENTS.has(type) ? 'public' : 'internal'),
    clientId: options.clientId ?? null,
    data,
  } as NewEvent;
}

export const SYSTEM: Actor = { kind: 'system' };
export const ASSISTANT: Actor = { kind: 'assistant' };
