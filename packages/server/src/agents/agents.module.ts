import { Module } from '@nestjs/common';
import { AgentsController } from './agents.controller.js';
import { AgentsRepository } from './agents.repository.js';
import { Agents } from './agents.service.js';

@Module({ controllers: [AgentsController], providers: [AgentsRepository, Agents], exports: [Agents] })
export class AgentsModule {}
