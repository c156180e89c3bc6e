import type { ConversationId, FileId, FileRecord, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { CONVERSATIONS, type Conversations } from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { UserError } from '../kernel/errors.js';
import { FILE_STORE, type FileStore } from './file-store.port.js';
import { FilesRepository } from './files.repository.js';

const UNSENT_QUEUE = 'files.unsent';
/** By then the message that carries it has been committed, or never will be. */
const UNSENT_MS = 10 * 60_000;
const MEGABYTE = 1_048_576;

/** In whose conversation, as far as there is one. */
export interface Place {
  readonly visitorId: VisitorId;
  readonly conversationId: ConversationId | null;
}

/** A file that may be given back. */
export interface KeptFile {
  readonly file: FileRecord;
  readonly bytes: Uint8Array;
}

/** Keeps files within the limits, binds them to their messages, and removes what no message carries. */
@Injectable()
export class FileShelf implements OnModuleInit {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(FilesRepository) private readonly repository: FilesRepository,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    this.conversations.addProjection(async (tx, workspaceId, { id }, events) => {
      const sent = events.flatMap((event) => (event.type === 'message.sent' ? (event.data.files ?? []) : []));
      const fileIds = sent.map(({ fileId }) => fileId);
      if (fileIds.length > 0) await this.repository.bind(tx, workspaceId, id, fileIds);
    });
    await this.jobs.work<{ fileId: FileId }>(UNSENT_QUEUE, ({ workspaceId, data }) =>
      this.removeUnsent(workspaceId, data.fileId),
    );
  }

  /** Keeps a file that a message is about to carry. Throws `file_limit` where there is no room. */
  async keep(workspaceId: WorkspaceId, place: Place, { file, bytes }: KeptFile): Promise<void> {
    const { FILES_PER_CONVERSATION, FILE_MB_PER_CONVERSATION } = this.config;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.lockVisitor(tx, workspaceId, place.visitorId);
      const held = await this.repository.measure(tx, workspaceId, place);
      const isFull =
        held.files + 1 > FILES_PER_CONVERSATION ||
        held.bytes + file.size > FILE_MB_PER_CONVERSATION * MEGABYTE;
      const most = {
        files: this.config.FILES_PER_WORKSPACE_DAY,
        bytes: this.config.FILE_MB_PER_WORKSPACE_DAY * MEGABYTE,
      };
      if (isFull || !(await this.repository.countIn(tx, workspaceId, file.size, most)))
        throw new UserError('file_limit');
      await this.repository.insert(tx, workspaceId, place.visitorId, file);
      await this.store.put(tx, { workspaceId, fileId: file.fileId }, bytes);
      const data = { fileId: file.fileId };
      await this.jobs.enqueue(tx, UNSENT_QUEUE, { workspaceId, data }, { delayMs: UNSENT_MS });
    });
  }

  /** Throws `not_found` for what is not there, not sent, or somebody else's. */
  async get(
    workspaceId: WorkspaceId,
    fileId: FileId,
    of: { readonly visitorId: VisitorId } | { readonly conversationId: ConversationId },
  ): Promise<KeptFile> {
    return this.unitOfWork.readInWorkspace(workspaceId, async (tx) => {
      const file = await this.repository.find(tx, workspaceId, fileId, of);
      const bytes = file && (await this.store.find(tx, { workspaceId, fileId }));
      if (!file || !bytes) throw new UserError('not_found');
      return { file, bytes };
    });
  }

  /** Does nothing to a file that a message carries. */
  async removeUnsent(workspaceId: WorkspaceId, fileId: FileId): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      if (!(await this.repository.lockUnbound(tx, workspaceId, fileId))) return;
      await this.store.remove(tx, { workspaceId, fileId });
      await this.repository.remove(tx, workspaceId, fileId);
    });
  }
}
