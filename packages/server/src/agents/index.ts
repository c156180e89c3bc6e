export { AgentsModule } from './agents.module.js';
export type { Agent } from './agents.repository.js';
export { Agents, GRACE_SECONDS } from './agents.service.js';
export { Teams } from './teams.service.js';
