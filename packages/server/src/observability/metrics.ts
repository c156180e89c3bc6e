import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Every metric Baton exposes, once. Labels are closed sets: never ids, never text. */
export class Metrics {
  readonly registry = new Registry();
  readonly messages = new Counter({
    name: 'baton_messages_total',
    help: 'Messages committed to the log, by sender.',
    labelNames: ['sender'],
    registers: [this.registry],
  });
  readonly turns = new Histogram({
    name: 'baton_turn_seconds',
    help: 'Time from taking a turn to its last commit.',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
    registers: [this.registry],
  });
  readonly modelFailures = new Counter({
    name: 'baton_model_failures_total',
    help: 'Model calls that failed and were answered by the rules, by lane and kind.',
    labelNames: ['lane', 'kind'],
    registers: [this.registry],
  });
  readonly modelTokens = new Counter({
    name: 'baton_model_tokens_total',
    help: 'Tokens booked for model calls, input and output together, by lane.',
    labelNames: ['lane'],
    registers: [this.registry],
  });
  readonly knowledgeSearches = new Counter({
    name: 'baton_knowledge_searches_total',
    help: 'Searches of the articles: remembered, by words alone, by words and meaning, or by words because meaning failed.',
    labelNames: ['way'],
    registers: [this.registry],
  });
  readonly embeddingFailures = new Counter({
    name: 'baton_embedding_failures_total',
    help: 'Calls to embed texts that failed, by what was embedded (a question, the articles) and kind.',
    labelNames: ['lane', 'kind'],
    registers: [this.registry],
  });
  readonly handoffs = new Counter({
    name: 'baton_handoffs_total',
    help: 'Handoff events, by type.',
    labelNames: ['event'],
    registers: [this.registry],
  });
  readonly sockets = new Gauge({
    name: 'baton_sockets',
    help: 'Open sockets, by namespace.',
    labelNames: ['namespace'],
    registers: [this.registry],
  });
  readonly refusals = new Counter({
    name: 'baton_refusals_total',
    help: 'Requests and frames refused, by error code.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly dropped = new Counter({
    name: 'baton_connections_dropped_total',
    help: 'Connections refused or ended to protect the others, by reason.',
    labelNames: ['reason'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
