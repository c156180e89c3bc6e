import { type FileAccepted, isId } from '@baton/shared-types';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { FileShelf } from './file-shelf.service.js';
import { Files } from './files.service.js';
import { announcedLength, readUpload } from './read-upload.adapter.js';
import { serveFile } from './serve-file.js';
import { agentUploadHead, readUploadHead } from './upload-head.schema.js';
import { UploadSlots } from './upload-slots.service.js';

@Controller('api/conversations/:id/files')
export class AgentFilesController {
  constructor(
    @Inject(Files) private readonly files: Files,
    @Inject(FileShelf) private readonly shelf: FileShelf,
    @Inject(UploadSlots) private readonly slots: UploadSlots,
  ) {}

  @Post()
  @Allow('conversation.act')
  async upload(
    @CurrentAgent() { workspaceId, id: agentId, name }: AgentPrincipal,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<FileAccepted> {
    if (!isId('cnv', id)) throw new UserError('not_found');
    await this.files.assertExists(workspaceId, id);
    const head = readUploadHead(request, agentUploadHead);
    const length = announcedLength(request.raw, this.files.mostBytes);
    const leave = this.slots.take(agentId, length);
    try {
      const read = () => readUpload(request.raw, length);
      return await this.files.fromAgent(
        workspaceId,
        { kind: 'agent', id: agentId, name },
        { conversationId: id, head, read },
      );
    } finally {
      leave();
    }
  }

  @Get(':fileId')
  @Allow('conversation.read')
  async get(
    @CurrentAgent() { workspaceId }: AgentPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<Buffer> {
    if (!isId('cnv', id) || !isId('fil', fileId)) throw new UserError('not_found');
    return serveFile(reply, await this.shelf.get(workspaceId, fileId, { conversationId: id }));
  }
}
