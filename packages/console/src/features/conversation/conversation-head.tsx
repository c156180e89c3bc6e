import { useLocation } from 'preact-iso';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Avatar } from '../../ui/avatar.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { TierMark } from '../../ui/tier-mark.js';
import type { OpenFile } from '../workspace/desk-model.js';
import { ActMenu } from './act-menu.js';
import type { FileProps } from './file-props.js';
import { performAct } from './perform-act.js';
import type { Standing } from './standing.js';
import './conversation-head.css';

export function ConversationHead({ desk, file }: FileProps) {
  const { route } = useLocation();
  const { conversation } = file;
  const words = texts().conversation;
  const row = desk.inbox.rowOf(conversation.conversationId);
  const bundle = file.bundle.bundle.value;
  const label = row?.label ?? bundle?.visitor.label ?? words.visitor;
  const tier = row?.tier ?? bundle?.tier ?? null;
  const showsContext = desk.panes.front.value === 'bundle';
  return (
    <div class="pane-head conversation-head">
      <Button
        look="quiet"
        class="phone-only"
        icon="arrowLeft"
        label={texts().common.back}
        onClick={() => route(PATHS.home)}
      />
      <Avatar name={label} />
      <div class="head-who">
        <h2>
          <bdi>{label}</bdi>
          {tier && <TierMark tier={tier} />}
        </h2>
        <OwnerBadge standing={conversation.standing.value} />
      </div>
      <Viewers file={file} me={desk.agent.id} />
      <Actions desk={desk} file={file} />
      <ActMenu desk={desk} file={file} />
      <Button
        look="quiet"
        class="narrow-only folds"
        icon="panel"
        label={words.actions.context}
        pressed={showsContext}
        onClick={() => {
          desk.panes.front.value = showsContext ? 'conversation' : 'bundle';
        }}
      >
        <span class="fold-words">{words.actions.context}</span>
      </Button>
    </div>
  );
}

/** Colleagues who have it open too, so that nobody answers behind another's back. */
function Viewers({ file, me }: { file: OpenFile; me: string }) {
  const others = file.conversation.conversation.viewers.value.filter(({ id }) => id !== me);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(', ');
  return (
    <span class="viewers muted" title={texts().acts.viewers(names)}>
      <Icon name="eye" label={texts().acts.viewers(names)} />
      <span aria-hidden="true">{others.length}</span>
    </span>
  );
}

/** What this agent may do here now; nothing else is shown. */
function Actions({ desk, file }: FileProps) {
  const { conversation } = file;
  const words = texts().conversation.actions;
  const busy = conversation.busy.value;
  switch (conversation.standing.value.kind) {
    case 'mine':
      return (
        <div class="head-actions">
          <Button icon="return" class="folds" label={words.return} onClick={() => performAct(desk, 'return')}>
            <span class="fold-words">{words.return}</span>
          </Button>
          <Button icon="accept" class="folds" label={words.close} onClick={() => performAct(desk, 'close')}>
            <span class="fold-words">{words.close}</span>
          </Button>
        </div>
      );
    case 'assistant':
    case 'queue':
      return (
        <div class="head-actions">
          <Button look="primary" busy={busy === 'takeOver'} onClick={() => performAct(desk, 'takeOver')}>
            {words.takeOver}
          </Button>
        </div>
      );
    case 'offered':
    case 'colleague':
    case 'closed':
    case 'loading':
      return null;
  }
}

const BADGES: Readonly<Record<Exclude<Standing['kind'], 'loading'>, { tone: Tone; icon: IconName }>> = {
  mine: { tone: 'positive', icon: 'person' },
  assistant: { tone: 'accent', icon: 'spark' },
  queue: { tone: 'warning', icon: 'inbox' },
  offered: { tone: 'warning', icon: 'inbox' },
  colleague: { tone: 'neutral', icon: 'person' },
  closed: { tone: 'neutral', icon: 'accept' },
};

function OwnerBadge({ standing }: { standing: Standing }) {
  if (standing.kind === 'loading') return null;
  const { tone, icon } = BADGES[standing.kind];
  return (
    <Badge tone={tone}>
      <Icon name={icon} />
      <bdi>{ownerWords(standing)}</bdi>
    </Badge>
  );
}

function ownerWords(standing: Exclude<Standing, { kind: 'loading' }>): string {
  const words = texts().conversation.owner;
  switch (standing.kind) {
    case 'mine':
      return words.you;
    case 'offered':
      return words.queue;
    case 'colleague':
      return standing.name;
    default:
      return words[standing.kind];
  }
}
