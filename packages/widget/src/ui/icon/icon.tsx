/** One stroke, 24 × 24; decorative. */
export const PATH = {
  more: 'M5.2 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0m6.3 0a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0m6.3 0a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8v4.5l3 1.5',
  spark: 'M12 4c.6 4.8 2.7 7.2 8 8-5.3.8-7.4 3.2-8 8-.6-4.8-2.7-7.2-8-8 5.3-.8 7.4-3.2 8-8Z',
  down: 'M12 5v14m6-6-6 6-6-6',
} as const;

export function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
