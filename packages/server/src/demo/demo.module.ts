import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/index.js';
import { QualificationModule } from '../qualification/index.js';
import { DemoRepository } from './demo.repository.js';
import { DemoSeed } from './demo-seed.service.js';

/** The demo companies. Imported only where `DEMO` is on. */
@Module({
  imports: [QualificationModule, KnowledgeModule],
  providers: [DemoRepository, DemoSeed],
  exports: [DemoSeed],
})
export class DemoModule {}
