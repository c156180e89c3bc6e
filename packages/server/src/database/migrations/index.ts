import { Foundation1763600001000 } from './1763600001000-foundation.js';
import { Knowledge1763600002000 } from './1763600002000-knowledge.js';
import { Playbook1763600003000 } from './1763600003000-playbook.js';
import { Handoff1763600004000 } from './1763600004000-handoff.js';
import { ModelUsage1763720001000 } from './1763720001000-model-usage.js';
import { PlaybookStudio1763720002000 } from './1763720002000-playbook-studio.js';
import { Routing1763730001000 } from './1763730001000-routing.js';
import { Desk1763740001000 } from './1763740001000-desk.js';
import { Reports1763740002000 } from './1763740002000-reports.js';
import { VisitorIdentity1763750500000 } from './1763750500000-visitor-identity.js';
import { BusyRows1763790001000 } from './1763790001000-busy-rows.js';
import { KnowledgeVectors1763800004000 } from './1763800004000-knowledge-vectors.js';
import { SiteWidget1763801001000 } from './1763801001000-site-widget.js';
import { Greetings1763801002000 } from './1763801002000-greetings.js';
import { Files1763801003000 } from './1763801003000-files.js';
import { ConversationsOfVisitor1763802001000 } from './1763802001000-conversations-of-visitor.js';
import { QuietInboxIndexes1763803001000 } from './1763803001000-quiet-inbox-indexes.js';
import { LogCheckpoints1763804001000 } from './1763804001000-log-checkpoints.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [
  Foundation1763600001000,
  Knowledge1763600002000,
  Playbook1763600003000,
  Handoff1763600004000,
  ModelUsage1763720001000,
  PlaybookStudio1763720002000,
  Routing1763730001000,
  Desk1763740001000,
  Reports1763740002000,
  VisitorIdentity1763750500000,
  BusyRows1763790001000,
  KnowledgeVectors1763800004000,
  SiteWidget1763801001000,
  Greetings1763801002000,
  Files1763801003000,
  ConversationsOfVisitor1763802001000,
  QuietInboxIndexes1763803001000,
  LogCheckpoints1763804001000,
];
