import type { CallGuard } from './call-guard.adapter.js';
import {
  MAX_MODEL_CHARACTERS,
  ModelFailure,
  type ModelFailureKind,
  type ModelUsage,
} from './language-model.port.js';

/** What one chunk of a chat stream says, whichever endpoint or script sent it. */
export interface ChatPiece {
  readonly text: string;
  readonly refused: boolean;
  /** Why the model stopped, as the endpoint words it; null while it goes on. */
  readonly finish: string | null;
  readonly usage: ModelUsage | null;
}

export interface ChatSource {
  /** Starts the call. The stream must end soon after the guard's signal aborts. */
  open(): Promise<AsyncIterable<ChatPiece>>;
  /** Gives a name to whatever `open` or the stream threw. */
  classify(thrown: unknown): ModelFailure;
}

export const NO_USAGE: ModelUsage = { inputTokens: null, outputTokens: null };

/** After the finish reason the answer is complete; only the usage may follow, and nobody waits long for it. */
const USAGE_GRACE_MS = 250;

/**
 * The text of one model call, under the guard's deadlines and the size limit. Ends normally only with a finish
 * reason and some text; everything else is a `ModelFailure`. The caller closes the guard.
 */
export async function* guardedStream(
  source: ChatSource,
  guard: CallGuard,
): AsyncGenerator<string, ModelUsage, void> {
  let length = 0;
  let usage = NO_USAGE;
  let finish: string | null = null;
  let blank = '';
  guard.beginAttempt();
  try {
    const stream = await guard.within(source.open());
    const pieces = stream[Symbol.asyncIterator]();
    while (finish === null) {
      const next = await guard.within(pieces.next());
      if (next.done === true) break;
      const piece = next.value;
      usage = piece.usage ?? usage;
      if (piece.refused) throw new ModelFailure('refusal', length > 0);
      finish = piece.finish;
      if (length === 0 && piece.text.trim() === '') {
        blank = (blank + piece.text).slice(-MAX_MODEL_CHARACTERS);
        continue;
      }
      if (piece.text === '') continue;
      if (length === 0) guard.sawText();
      const fresh = blank + piece.text;
      const room = MAX_MODEL_CHARACTERS - length;
      blank = '';
      length += fresh.length;
      yield fresh.length > room ? withoutHalfCharacter(fresh.slice(0, room)) : fresh;
      if (fresh.length > room) throw new ModelFailure('truncated', true);
    }
    if (finish !== null) usage = (await lateUsage(pieces)) ?? usage;
  } catch (thrown) {
    const failure = guard.stoppedBy === null ? source.classify(thrown) : null;
    throw new ModelFailure(
      failure?.kind ?? guard.stoppedBy ?? 'unknown',
      length > 0,
      failure?.retryAfterMs ?? null,
      { cause: failure?.cause ?? thrown },
    );
  }
  const fault = faultOfEnding(finish, length);
  if (fault !== null) throw new ModelFailure(fault, length > 0);
  return usage;
}

function faultOfEnding(finish: string | null, length: number): ModelFailureKind | null {
  switch (finish) {
    case null:
      return length > 0 ? 'cut' : 'empty';
    case 'length':
    case 'max_tokens':
      return 'truncated';
    case 'content_filter':
      return 'refusal';
    case 'error':
      return 'upstream_error';
    default:
      return length > 0 ? null : 'empty';
  }
}

/** Faults are of no interest here: the answer has been given in full. */
async function lateUsage(pieces: AsyncIterator<ChatPiece>): Promise<ModelUsage | null> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), USAGE_GRACE_MS);
  });
  const nothing = (): null => null;
  try {
    for (;;) {
      const next = await Promise.race([pieces.next().catch(nothing), end]);
      if (next === null || next.done === true) return null;
      if (next.value.usage !== null) return next.value.usage;
    }
  } finally {
    clearTimeout(timer);
  }
}

function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
