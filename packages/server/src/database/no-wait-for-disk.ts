/**
 * First in a transaction whose writes may be lost when the database crashes right after it: it then does not wait for the
 * disk. What waits for nothing here is never what somebody was told.
 */
export const NO_WAIT_FOR_DISK = 'SET LOCAL synchronous_commit TO off';
