/** While the session opens; shows after 200 ms only, so that a quick server shows none. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" role="img" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
}
