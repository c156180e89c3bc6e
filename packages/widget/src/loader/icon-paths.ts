/** Icons of the shell, on a 24 × 24 grid, stroked. */
export const ICON = {
  chat: 'm4 20 1.4-4.3a8 7.5 0 1 1 3.3 3Z',
  down: 'm6 9.5 6 6 6-6',
  close: 'm6.5 6.5 11 11m0-11-11 11',
  send: 'M12 19V5m-6 6 6-6 6 6',
} as const;
