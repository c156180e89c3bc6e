import { Global, Module } from '@nestjs/common';
import { AuditTrailRepository } from './audit-trail.repository.js';
import { AuditTrail } from './audit-trail.service.js';

/** The audit trail, for every feature. */
@Global()
@Module({ providers: [AuditTrailRepository, AuditTrail], exports: [AuditTrail] })
export class AuditModule {}
