import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { conversationActs, PRIMARY_ACTS } from './conversation-acts.js';
import type { FileProps } from './file-props.js';
import { performAct } from './perform-act.js';

/** The rarer acts on a conversation, in a native popover. */
export function ActMenu({ desk, file }: FileProps) {
  const acts = conversationActs(desk, file).filter(({ act }) => !PRIMARY_ACTS.has(act));
  if (acts.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="button quiet bare"
        popovertarget="act-menu"
        aria-label={texts().acts.more}
        title={texts().acts.more}
      >
        <Icon name="more" />
      </button>
      <div id="act-menu" popover="auto" class="menu at-button act-menu">
        {acts.map(({ act, icon, label }) => (
          <Button
            key={act}
            look="quiet"
            icon={icon}
            class="menu-wide"
            onClick={() => {
              desk.platform.closeMenus();
              performAct(desk, act);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
