export { LeadCard } from './card/lead-card.service.js';
export { contactCaptureMove } from './core/move/contact-capture-move.js';
export type { CompiledPlaybook } from './core/playbook/compile-playbook.js';
export { questionInput } from './core/question-input.js';
export { recallMemory } from './core/recall-memory.js';
export { KNOWLEDGE_SEARCH, type KnowledgeSearch } from './knowledge-search.port.js';
export { Playbooks } from './playbook/playbooks.service.js';
export { QualificationModule } from './qualification.module.js';
export { TURN_OPTIONS, type TurnOptions } from './turn/turn-options.js';
