/** Turns what initdb or postgres wrote before giving up into one sentence for the person at the terminal. */
export function explainFailure(output: string, dataDirectory: string): string {
  const known = CAUSES.find(({ sign }) => sign.test(output));
  if (known) return known.sentence(dataDirectory);
  return `The embedded PostgreSQL could not start on ${dataDirectory}: ${lastComplaint(output)}.`;
}

/** True when another postgres still holds the data directory; it may be going down, so waiting can help. */
export function isStillLocked(output: string): boolean {
  return /lock file .* already exists|pre-existing shared memory block|is still in use/.test(output);
}

interface Cause {
  readonly sign: RegExp;
  readonly sentence: (dataDirectory: string) => string;
}

const CAUSES: readonly Cause[] = [
  {
    sign: /No space left on device|Disk quota exceeded/i,
    sentence: (directory) => `There is no disk space left for the database in ${directory}.`,
  },
  {
    sign: /lock file .* already exists|pre-existing shared memory block|is still in use/,
    sentence: (directory) => `Another PostgreSQL still holds the data directory ${directory}; stop it first.`,
  },
  {
    sign: /Permission denied|wrong ownership|invalid permissions|Read-only file system|Operation not permitted/i,
    sentence: (directory) =>
      `The data directory ${directory} cannot be read and written by the database user; mend its permissions or choose another one.`,
  },
  {
    sign: /could not look up effective user ID|local user with ID \d+ does not exist/,
    sentence: () =>
      'PostgreSQL needs a user with a name, and this user id has none; start as another user or set DATABASE_URL.',
  },
  {
    sign: /could not create shared memory segment|Cannot allocate memory/i,
    sentence: () => 'There is not enough memory for the embedded PostgreSQL; free some or set DATABASE_URL.',
  },
];

function lastComplaint(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const complaint = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1);
  return (complaint ?? 'it ended without a word')
    .replace(/^.*?(FATAL|PANIC|error):\s*/, '')
    .replace(/\.$/, '');
}
