export { Allow, CurrentAgent } from './access.guard.js';
export { AgentSessionsRepository } from './agent-sessions.repository.js';
export { AgentSessions } from './agent-sessions.service.js';
export { IdentityModule } from './identity.module.js';
export type { AgentPrincipal, VisitorPrincipal } from './principals.js';
export { SignedIn } from './signed-in.service.js';
export { type Site, SitesRepository } from './sites.repository.js';
export { Sites } from './sites.service.js';
export { VisitorSessions } from './visitor-sessions.service.js';
