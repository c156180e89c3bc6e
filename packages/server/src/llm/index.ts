export { adversarialScript } from './adversarial-script.js';
export { BreakingLanguageModel } from './breaking-language-model.adapter.js';
export {
  type ChatTurn,
  type ExtractionRequest,
  LANGUAGE_MODEL,
  type LanguageModel,
  MAX_MODEL_CHARACTERS,
  type ModelDeadlines,
  ModelFailure,
  type ModelFailureKind,
  type ModelUsage,
  type ReplyRequest,
} from './language-model.port.js';
export { LLM_OPTIONS, LlmModule, type LlmOptions } from './llm.module.js';
export { OpenaiLanguageModel } from './openai-language-model.adapter.js';
export {
  type Script,
  type ScriptedCall,
  ScriptedLanguageModel,
  type ScriptStep,
  spoken,
} from './scripted-language-model.adapter.js';
