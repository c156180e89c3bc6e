import type { Signal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { PATHS, type Place } from '../../paths.js';
import type { Theme } from '../../platform/platform.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Logo } from '../../ui/logo.js';
import { settingsPagesFor } from '../settings/settings-pages.js';
import { AccountMenu } from './account-menu.js';
import type { DeskModel } from './desk-model.js';
import { PresenceSwitch } from './presence-switch.js';
import './header.css';

export function Header(props: {
  readonly desk: DeskModel;
  readonly place: Place;
  readonly theme: Signal<Theme>;
  readonly onHelp: () => void;
  readonly onPalette: () => void;
  readonly onSignOut: () => Promise<void>;
}) {
  const { desk, place, theme, onHelp, onPalette, onSignOut } = props;
  const words = texts().header;
  const inSettings = place.kind === 'settings';
  const inReports = place.kind === 'reports';
  return (
    <header class="header">
      {!inSettings && !inReports && <h1 class="hidden-visually">{words.conversations}</h1>}
      <div class="brand">
        <Logo />
        <span class="brand-name" dir="auto">
          {desk.agent.workspaceName}
        </span>
      </div>
      <nav class="header-nav" aria-label={texts().product}>
        <a
          href={PATHS.home}
          aria-current={inSettings || inReports ? undefined : 'page'}
          aria-label={words.conversations}
        >
          <Icon name="inbox" />
          <span class="wide-only">{words.conversations}</span>
        </a>
        {desk.agent.role !== 'agent' && (
          <a
            href={PATHS.reports}
            aria-current={inReports ? 'page' : undefined}
            aria-label={texts().reports.title}
          >
            <Icon name="chart" />
            <span class="wide-only">{texts().reports.title}</span>
          </a>
        )}
        <a
          href={PATHS.settings(settingsPagesFor(desk.agent.role)[0] ?? 'snippets')}
          aria-current={inSettings ? 'page' : undefined}
          aria-label={words.settings}
        >
          <Icon name="gear" />
          <span class="wide-only">{words.settings}</span>
        </a>
      </nav>
      <span class="header-space" />
      <PresenceSwitch desk={desk} />
      <Button look="quiet" icon="search" label={texts().palette.open} onClick={onPalette} />
      <Button look="quiet" class="keyboard-only" icon="keyboard" label={words.shortcuts} onClick={onHelp} />
      <AccountMenu desk={desk} theme={theme} onSignOut={onSignOut} />
    </header>
  );
}
