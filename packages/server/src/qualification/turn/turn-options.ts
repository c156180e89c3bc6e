import type { ModelDeadlines } from '../../llm/index.js';

/** How the assistant takes its turns. */
export interface TurnOptions {
  /** Pause before a turn begins, so that lines sent in quick succession become one turn. */
  readonly pauseMs: number;
  /** Off: the scripted ladder alone decides what comes next. */
  readonly planner: boolean;
  /** `single`: reply and facts in one call, for small local models that serve one call at a time. */
  readonly modelCalls: 'parallel' | 'single';
  readonly deadlines: ModelDeadlines;
}

export const TURN_OPTIONS = Symbol('TurnOptions');
