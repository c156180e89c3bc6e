import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { AgentFilesController } from './agent-files.controller.js';
import { FileContentRepository } from './file-content.repository.js';
import { FileShelf } from './file-shelf.service.js';
import { FILE_STORE } from './file-store.port.js';
import { FilesRepository } from './files.repository.js';
import { Files } from './files.service.js';
import { UploadSlots } from './upload-slots.service.js';
import { VisitorFilesController } from './visitor-files.controller.js';
import { VisitorUploads } from './visitor-uploads.service.js';

@Module({
  imports: [ConversationsModule],
  controllers: [VisitorFilesController, AgentFilesController],
  providers: [
    FilesRepository,
    { provide: FILE_STORE, useClass: FileContentRepository },
    FileShelf,
    Files,
    UploadSlots,
    VisitorUploads,
  ],
  exports: [Files],
})
export class FilesModule {}
