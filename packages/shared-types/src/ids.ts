/**
 * Identifiers. Every id is a prefix, an underscore and 26 lower-case characters of Crockford base 32
 * (48 bits of time, 80 of randomness), branded so that one kind is never passed for another.
 */
type Branded<Prefix extends string> = `${Prefix}_${string}` & { readonly __id: Prefix };

export type WorkspaceId = Branded<'wsp'>;
export type SiteId = Branded<'sit'>;
export type VisitorId = Branded<'vis'>;
export type AgentId = Branded<'agt'>;
export type ConversationId = Branded<'cnv'>;
export type EventId = Branded<'evt'>;
export type MessageId = Branded<'msg'>;
export type TurnId = Branded<'trn'>;
export type HandoffId = Branded<'hnd'>;
export type PlaybookId = Branded<'pbk'>;
export type ArticleId = Branded<'art'>;
export type SnippetId = Branded<'snp'>;
export type FileId = Branded<'fil'>;

/** Which prefix belongs to which id type. */
export interface IdByPrefix {
  readonly wsp: WorkspaceId;
  readonly sit: SiteId;
  readonly vis: VisitorId;
  readonly agt: AgentId;
  readonly cnv: ConversationId;
  readonly evt: EventId;
  readonly msg: MessageId;
  readonly trn: TurnId;
  readonly hnd: HandoffId;
  readonly pbk: PlaybookId;
  readonly art: ArticleId;
  readonly snp: SnippetId;
  readonly fil: FileId;
}
export type IdPrefix = keyof IdByPrefix;

const ID_BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** True when `text` is a well-formed id of the given kind. Says nothing about whether the thing exists. */
export function isId<P extends IdPrefix>(prefix: P, text: unknown): text is IdByPrefix[P] {
  return (
    typeof text === 'string' && text.startsWith(`${prefix}_`) && ID_BODY.test(text.slice(prefix.length + 1))
  );
}
