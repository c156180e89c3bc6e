/** A baton, handed over. */
export function Logo() {
  return (
    <svg class="logo" width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent-strong)" />
      <path d="M9 23 23 9" stroke="#fff" stroke-width="5" stroke-linecap="round" />
      <circle cx="23" cy="9" r="2.2" fill="var(--accent-strong)" />
    </svg>
  );
}
