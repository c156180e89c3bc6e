import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AgentSessionsRepository } from './agent-sessions.repository.js';
import { AgentSessions } from './agent-sessions.service.js';
import { AutomationController } from './automation.controller.js';
import { ConnectionLimits } from './connection-limits.service.js';
import { IdentityKeysRepository } from './identity-keys.repository.js';
import { IdentityKeys } from './identity-keys.service.js';
import { RateLimits } from './rate-limits.service.js';
import { Refusals } from './refusals.service.js';
import { SessionController } from './session.controller.js';
import { SignedInRepository } from './signed-in.repository.js';
import { SignedIn } from './signed-in.service.js';
import { SiteIdentityController } from './site-identity.controller.js';
import { SiteSightings } from './site-sightings.service.js';
import { SiteWidgetController } from './site-widget.controller.js';
import { SitesController } from './sites.controller.js';
import { SitesRepository } from './sites.repository.js';
import { Sites } from './sites.service.js';
import { VisitorConsentsRepository } from './visitor-consents.repository.js';
import { VisitorConsents } from './visitor-consents.service.js';
import { VisitorEntrance } from './visitor-entrance.service.js';
import { VisitorSessionsRepository } from './visitor-sessions.repository.js';
import { VisitorSessions } from './visitor-sessions.service.js';
import { WorkspacesRepository } from './workspaces.repository.js';
import { Workspaces } from './workspaces.service.js';

@Global()
@Module({
  controllers: [
    SessionController,
    SitesController,
    SiteIdentityController,
    SiteWidgetController,
    AutomationController,
  ],
  providers: [
    AgentSessionsRepository,
    AgentSessions,
    SignedInRepository,
    SignedIn,
    ConnectionLimits,
    RateLimits,
    Refusals,
    SitesRepository,
    SiteSightings,
    Sites,
    VisitorSessionsRepository,
    VisitorSessions,
    VisitorConsentsRepository,
    VisitorConsents,
    IdentityKeysRepository,
    IdentityKeys,
    VisitorEntrance,
    WorkspacesRepository,
    Workspaces,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    ConnectionLimits,
    RateLimits,
    AgentSessions,
    AgentSessionsRepository,
    SignedIn,
    Sites,
    SitesRepository,
    VisitorSessions,
    VisitorConsents,
    VisitorEntrance,
    WorkspacesRepository,
    Workspaces,
  ],
})
export class IdentityModule {}
