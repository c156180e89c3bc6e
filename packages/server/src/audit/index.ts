export { AuditModule } from './audit.module.js';
export { AuditTrail } from './audit-trail.service.js';
export type { ChainedLine } from './chain.js';
