import { Module } from '@nestjs/common';
import { SnippetsController } from './snippets.controller.js';
import { SnippetsRepository } from './snippets.repository.js';
import { Snippets } from './snippets.service.js';

@Module({ controllers: [SnippetsController], providers: [SnippetsRepository, Snippets] })
export class SnippetsModule {}
