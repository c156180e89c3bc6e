/** One sentence for the person at the terminal: what is wrong and what to do. */
export function explainStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Baton could not start.';
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return `Port${port} is taken: stop what listens there, or set PORT (and DEMO_PORT) to free ports.`;
  }
  if (code === 'EACCES' && 'port' in error)
    return `Port ${String(error.port)} may not be used by this user: set PORT to one above 1023.`;
  if (code === 'ENOSPC')
    return 'There is no space left on the disk: free some, or set DATA_DIR to another disk.';
  if (code === '28P01' || code === '28000' || code === '3D000')
    return `The database refused the connection in DATABASE_URL: ${error.message}.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `No PostgreSQL answers at DATABASE_URL (${String(code)}): check the address and that it runs.`;
  return error.message;
}
