import { effect, type Signal } from '@preact/signals';
import type { Platform, Theme } from './platform.js';
import { remembered } from './remembered.js';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The chosen appearance, remembered and kept on the page. */
export function applyTheme(platform: Platform): Signal<Theme> {
  const theme = remembered<Theme>(platform.store, 'theme', { initial: 'system', accept: isTheme });
  effect(() => platform.setTheme(theme.value));
  return theme;
}

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
