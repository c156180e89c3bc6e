import { Module } from '@nestjs/common';
import { AgentsController } from './agents.controller.js';
import { AgentsRepository } from './agents.repository.js';
import { Agents } from './agents.service.js';
import { TeamsController } from './teams.controller.js';
import { TeamsRepository } from './teams.repository.js';
import { Teams } from './teams.service.js';

@Module({
  controllers: [AgentsController, TeamsController],
  providers: [AgentsRepository, Agents, TeamsRepository, Teams],
  exports: [Agents, Teams],
})
export class AgentsModule {}
