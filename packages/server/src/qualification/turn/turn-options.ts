import type { ModelDeadlines } from '../../llm/index.js';

/** How the assistant takes its turns. */
export interface TurnOptions {
  /** Pause before a turn begins, so that lines sent in quick succession become one turn. */
  readonly pauseMs: number;
  /** Off: the scripted ladder alone decides what comes next. */
  readonly planner: boolean;
  readonly deadlines: ModelDeadlines;
}

export const TURN_OPTIONS = Symbol('TurnOptions');
