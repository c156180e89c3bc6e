export { adversarialScript } from './adversarial-script.js';
export { EMBEDDING_MODEL, type EmbeddingModel, MAX_EMBEDDED_TEXTS } from './embedding-model.port.js';
export {
  type ChatTurn,
  type ExtractionRequest,
  LANGUAGE_MODEL,
  type LanguageModel,
  type ModelDeadlines,
  ModelFailure,
  type ModelFailureKind,
  type ModelUsage,
  type ReplyRequest,
} from './language-model.port.js';
export { LLM_OPTIONS, LlmModule, type LlmOptions } from './llm.module.js';
export type { Script, ScriptedCall, ScriptStep } from './scripted-language-model.adapter.js';
