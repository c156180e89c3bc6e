import { Module } from '@nestjs/common';
import { FactsRepository } from './facts.repository.js';
import { Facts } from './facts.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { Reports } from './reports.service.js';

@Module({
  controllers: [ReportsController],
  providers: [FactsRepository, Facts, ReportsRepository, Reports],
})
export class ReportsModule {}
