import type { Signal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import type { Theme } from '../../platform/platform.js';
import { isTheme, THEMES } from '../../platform/theme.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { DeskModel } from './desk-model.js';

/** A native popover: who I am, alerts, appearance, sign-out. */
export function AccountMenu(props: {
  desk: DeskModel;
  theme: Signal<Theme>;
  onSignOut: () => Promise<void>;
}) {
  const { desk, theme, onSignOut } = props;
  const words = texts().header;
  return (
    <>
      <button
        type="button"
        class="account-button"
        popovertarget="account-menu"
        aria-label={words.account}
        title={words.account}
      >
        <Avatar name={desk.agent.name} />
      </button>
      <div id="account-menu" popover="auto" class="menu">
        <div class="menu-person">
          <strong dir="auto">{desk.agent.name}</strong>
          <span class="muted">
            {desk.agent.email} · {words[desk.agent.role]}
          </span>
        </div>
        <Alerts desk={desk} />
        <label class="menu-line">
          <span>{words.theme}</span>
          <select
            value={theme.value}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              if (isTheme(wanted)) theme.value = wanted;
            }}
          >
            {THEMES.map((candidate) => (
              <option key={candidate} value={candidate}>
                {words.themes[candidate]}
              </option>
            ))}
          </select>
        </label>
        <Button look="quiet" icon="signOut" class="menu-wide" onClick={() => void onSignOut()}>
          {texts().session.signOut}
        </Button>
      </div>
    </>
  );
}

function Alerts({ desk }: { desk: DeskModel }) {
  const { alerts } = desk;
  const words = texts().alerts;
  const permission = alerts.permission.value;
  return (
    <fieldset class="menu-group">
      <legend>{words.title}</legend>
      {permission === 'ask' ? (
        <Button icon="bell" class="menu-wide" onClick={() => void alerts.enable()}>
          {words.enable}
        </Button>
      ) : (
        <p class="menu-state muted">
          <Icon name={permission === 'granted' ? 'accept' : 'bell'} />
          {permission === 'granted' ? words.on : permission === 'denied' ? words.denied : words.unsupported}
        </p>
      )}
      <label class="menu-line">
        <span>{words.sound}</span>
        <input
          type="checkbox"
          checked={alerts.sound.value}
          onChange={(event) => {
            alerts.sound.value = event.currentTarget.checked;
            // Lets the person hear what they chose, and unlocks audio for later.
            if (event.currentTarget.checked) desk.platform.chime();
          }}
        />
      </label>
    </fieldset>
  );
}
