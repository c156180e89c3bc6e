/** Below this not even the bootstrap runs; between it and `RUNTIME_FLOOR` the bootstrap fetches a newer Node. */
const BOOTSTRAP_FLOOR = 20;

/** Ends with one sentence on a Node that is too old. Written so that every Node with modules can parse it. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= BOOTSTRAP_FLOOR) return;
  console.error(`Baton needs Node ${BOOTSTRAP_FLOOR} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
