/** Parts of a chat request on which endpoints that call themselves compatible differ. */
export interface ChatDialect {
  /** Sends `stream_options.include_usage`. */
  readonly usage: boolean;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /** Sends `temperature` where the call wants one. */
  readonly temperature: boolean;
}

/** What most endpoints understand. */
export const COMMON_DIALECT: ChatDialect = { usage: true, tokenLimit: 'max_tokens', temperature: true };

/** A refused request as the endpoint worded it. */
export interface Refusal {
  readonly status: number;
  readonly param: string | null;
  readonly message: string;
}

/**
 * The dialect to try after a refusal, or null when the dialect is not to blame. A refusal that names nothing
 * is blamed on the usage option while that is still sent: it is the youngest of the three.
 */
export function adaptDialect(dialect: ChatDialect, refusal: Refusal): ChatDialect | null {
  if (refusal.status !== 400 && refusal.status !== 422) return null;
  const words = `${refusal.param ?? ''} ${refusal.message}`.toLowerCase();
  if (dialect.tokenLimit === 'max_tokens' && words.includes('max_completion_tokens'))
    return { ...dialect, tokenLimit: 'max_completion_tokens' };
  if (dialect.temperature && words.includes('temperature')) return { ...dialect, temperature: false };
  if (!dialect.usage) return null;
  const named = words.includes('stream_options') || words.includes('include_usage');
  const blamesOther = /response_format|json_schema|json_object|tool|context|too long/.test(words);
  return named || !blamesOther ? { ...dialect, usage: false } : null;
}
