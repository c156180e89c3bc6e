import type {
  Actor,
  ConversationId,
  FileAccepted,
  FileRecord,
  FileRules,
  LogEvent,
  MessageAccepted,
  UploadHead,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import {
  AgentMessages,
  assertOpen,
  assertOwner,
  CONVERSATIONS,
  type Conversations,
  type VisitorContext,
  VisitorMessages,
} from '../conversations/index.js';
import { type Site, Sites } from '../identity/index.js';
import { assert } from '../kernel/assert.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { acceptFile } from './core/accept-file.js';
import { fileName } from './core/file-name.js';
import { FileShelf, type Place } from './file-shelf.service.js';

const MEGABYTE = 1_048_576;

/** A file on its way in. */
export interface Upload {
  readonly head: Pick<UploadHead, 'clientId' | 'name'>;
  /** Reads the body, once everything else has been found in order. */
  readonly read: () => Promise<Uint8Array>;
}

/** What a visitor or the owning agent does with files. Each is a message of its own. */
@Injectable()
export class Files {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(FileShelf) private readonly shelf: FileShelf,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(VisitorMessages) private readonly visitorMessages: VisitorMessages,
    @Inject(AgentMessages) private readonly agentMessages: AgentMessages,
  ) {}

  /** Bytes of one file. */
  get mostBytes(): number {
    return this.config.FILE_MAX_MB * MEGABYTE;
  }

  /** What may be sent on a site; null: nothing. */
  rulesOf({ filesAllowed }: Pick<Site, 'filesAllowed'>): FileRules | null {
    return this.config.FILES && filesAllowed ? { maxBytes: this.mostBytes } : null;
  }

  /** Throws `not_found` for a conversation that is not there, before anything else is said about the request. */
  async assertExists(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<void> {
    await this.conversations.getState(workspaceId, conversationId);
  }

  async fromVisitor(site: Site, visitor: VisitorContext, { head, read }: Upload): Promise<FileAccepted> {
    this.assertAllowed(site);
    const { workspaceId, visitorId } = visitor;
    const latest = await this.visitorMessages.findLatest(workspaceId, visitorId);
    const place = { visitorId, conversationId: latest?.status === 'open' ? latest.id : null };
    const { clientId } = head;
    return this.send(workspaceId, place, await this.accept(head.name, await read()), (file) =>
      this.visitorMessages.send(visitor, { clientId, text: file.name, kind: 'text', files: [file] }),
    );
  }

  /** Throws `not_owner` unless the conversation is the agent's. */
  async fromAgent(
    workspaceId: WorkspaceId,
    agent: Extract<Actor, { kind: 'agent' }>,
    { conversationId, head, read }: Upload & { readonly conversationId: ConversationId },
  ): Promise<FileAccepted> {
    const state = await this.conversations.getState(workspaceId, conversationId);
    assertOpen(state);
    assertOwner(state, agent);
    this.assertAllowed(await this.sites.get(workspaceId, state.siteId));
    const { clientId } = head;
    return this.send(
      workspaceId,
      { ...state, conversationId },
      await this.accept(head.name, await read()),
      (file) =>
        this.agentMessages.send(workspaceId, agent, {
          conversationId,
          clientId,
          text: file.name,
          files: [file],
        }),
    );
  }

  private assertAllowed(site: Site): void {
    if (!this.rulesOf(site)) throw new UserError('files_off');
  }

  private async accept(name: string, body: Uint8Array): Promise<{ file: FileRecord; bytes: Uint8Array }> {
    const accepted = acceptFile(body);
    if (!accepted) throw new UserError('file_refused');
    const { type, bytes, width, height } = accepted;
    const file = {
      fileId: this.ids.next('fil'),
      name: fileName(name, type),
      type,
      size: bytes.length,
      width,
      height,
    };
    return { file, bytes };
  }

  /** Bytes first: a message in the log always has its file. */
  private async send(
    workspaceId: WorkspaceId,
    place: Place,
    kept: { readonly file: FileRecord; readonly bytes: Uint8Array },
    say: (file: FileRecord) => Promise<MessageAccepted>,
  ): Promise<FileAccepted> {
    const { fileId } = kept.file;
    await this.shelf.keep(workspaceId, place, kept);
    try {
      const accepted = await say(kept.file);
      const file = await this.fileOf(workspaceId, accepted);
      // A retry: the first one counts.
      if (file.fileId !== fileId) await this.shelf.removeUnsent(workspaceId, fileId);
      return { ...accepted, file };
    } catch (error) {
      await this.shelf.removeUnsent(workspaceId, fileId);
      throw error;
    }
  }

  private async fileOf(
    workspaceId: WorkspaceId,
    { conversationId, seq }: MessageAccepted,
  ): Promise<FileRecord> {
    const { events } = await this.conversations.readBatch(workspaceId, conversationId, seq - 1, 'public');
    const [file] = filesOf(events[0]);
    // The client id was used before, for words.
    if (!file) throw new UserError('invalid_input', ['clientId: has been used for another message']);
    assert(events[0]?.seq === seq, 'the message that was written can be read');
    return file;
  }
}

function filesOf(event: LogEvent | undefined): readonly FileRecord[] {
  return event?.type === 'message.sent' ? (event.data.files ?? []) : [];
}
