import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AgentsModule } from './agents/index.js';
import { AuditModule } from './audit/index.js';
import { type Config, ConfigModule } from './config/index.js';
import { ConversationsModule } from './conversations/index.js';
import { DatabaseModule } from './database/index.js';
import { DemoModule } from './demo/index.js';
import { FilesModule } from './files/index.js';
import { GreetingsModule } from './greetings/index.js';
import { HandoffModule } from './handoff/index.js';
import { HealthController } from './health.controller.js';
import { IdentityModule } from './identity/index.js';
import { JobsModule } from './jobs/index.js';
import { CLOCK, systemClock } from './kernel/clock.js';
import { createIds, IDS } from './kernel/ids.js';
import { RANDOM, systemRandom } from './kernel/random.js';
import { KnowledgeModule, KnowledgeService, MEANING_OPTIONS } from './knowledge/index.js';
import { LLM_OPTIONS, LlmModule } from './llm/index.js';
import { ObservabilityModule } from './observability/index.js';
import { KNOWLEDGE_SEARCH, QualificationModule, TURN_OPTIONS } from './qualification/index.js';
import { Readiness } from './readiness.js';
import { FanOutModule } from './realtime/fan-out.module.js';
import { NodesModule } from './realtime/nodes/nodes.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { ReportsModule } from './reports/index.js';
import { SearchModule } from './search/index.js';
import { SnippetsModule } from './snippets/index.js';

/** Time, ids and randomness, and the options that features take from the configuration. */
@Global()
@Module({})
class SurroundingsModule {
  static with(config: Config): DynamicModule {
    const limits = {
      calls: config.MODEL_CALLS_PER_NODE,
      callsPerWorkspace: config.MODEL_CALLS_PER_WORKSPACE,
      waitingPerWorkspace: config.MODEL_CALLS_WAITING,
      patienceMs: config.MODEL_WAIT_MS,
    };
    const llm = config.OPENAI_API_KEY
      ? {
          apiKey: config.OPENAI_API_KEY,
          baseUrl: config.OPENAI_BASE_URL ?? null,
          model: config.OPENAI_MODEL,
          privateHosts: config.OUTBOUND_PRIVATE_HOSTS,
          limits,
          embeddingModel: config.EMBEDDING_MODEL ?? null,
        }
      : null;
    const meaning = {
      similarity: config.EMBEDDING_SIMILARITY,
      deadlineMs: config.EMBEDDING_DEADLINE_MS,
    };
    const turn = {
      pauseMs: config.ASSISTANT_PAUSE_MS,
      planner: config.PLANNER,
      modelCalls: config.MODEL_CALLS,
      deadlines: {
        firstTokenMs: config.MODEL_FIRST_TOKEN_MS,
        idleMs: config.MODEL_IDLE_MS,
        totalMs: config.MODEL_TOTAL_MS,
      },
    };
    return {
      module: SurroundingsModule,
      providers: [
        { provide: CLOCK, useValue: systemClock },
        { provide: RANDOM, useValue: systemRandom },
        { provide: IDS, useValue: createIds(systemClock, systemRandom) },
        { provide: LLM_OPTIONS, useValue: llm },
        { provide: TURN_OPTIONS, useValue: turn },
        { provide: MEANING_OPTIONS, useValue: meaning },
      ],
      exports: [CLOCK, RANDOM, IDS, LLM_OPTIONS, TURN_OPTIONS, MEANING_OPTIONS],
    };
  }
}

/** The ports of features that other features implement. */
@Global()
@Module({
  imports: [KnowledgeModule],
  providers: [{ provide: KNOWLEDGE_SEARCH, useExisting: KnowledgeService }],
  exports: [KNOWLEDGE_SEARCH],
})
class PortsModule {}

/** The whole server: the platform below, the features in the middle, realtime on top. */
@Module({})
export class AppModule {
  static with(config: Config, source: DataSource, ownerUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        SurroundingsModule.with(config),
        ObservabilityModule.with(config.LOG_LEVEL),
        DatabaseModule.with(source),
        JobsModule.with(ownerUrl),
        AuditModule,
        IdentityModule,
        LlmModule,
        ConversationsModule,
        NodesModule.with(ownerUrl),
        FanOutModule,
        PortsModule,
        QualificationModule,
        AgentsModule,
        HandoffModule,
        RealtimeModule,
        SearchModule,
        ReportsModule,
        SnippetsModule,
        GreetingsModule,
        FilesModule,
        ...(config.DEMO ? [DemoModule] : []),
      ],
      controllers: [HealthController],
      providers: [Readiness],
    };
  }
}
