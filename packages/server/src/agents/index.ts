export { AgentsModule } from './agents.module.js';
export { Agents } from './agents.service.js';
