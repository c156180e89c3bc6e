import { type Disposer, disposeAll, listen } from './listen.js';

/**
 * Tells the sheet how much of the window the on-screen keyboard leaves: `--viewport-block` (height) and
 * `--viewport-start` (offset from the top), both in pixels. Browsers do not shrink fixed boxes by themselves.
 */
export function followVisualViewport(panel: HTMLElement): Disposer {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const apply = () => {
    panel.style.setProperty('--viewport-block', `${viewport.height}px`);
    panel.style.setProperty('--viewport-start', `${viewport.offsetTop}px`);
  };
  apply();
  return disposeAll([listen(viewport, 'resize', apply), listen(viewport, 'scroll', apply)]);
}
